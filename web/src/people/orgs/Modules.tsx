/** 機能の入り切り: what each module gives, what is missing without it, who decided so, and the switch. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { Module } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Question } from "@/ui/Question";
import { Waiting } from "@/ui/Waiting";

import { ModuleRow } from "./ModuleRow";
import { useModules, useSwitch } from "./modules";

interface Props {
  contact: string;
  tenant: string;
  /** What can be set of modules that are on, below their list. */
  children?: ReactNode;
}

export function Modules({ contact, tenant, children }: Props) {
  const { t } = useLingui();
  const modules = useModules();
  const [asked, ask] = useState<Module | null>(null);
  return (
    <main className="min-w-0 grow overflow-y-auto">
      <div className="grid max-w-[52rem] gap-5 px-4 py-5 mid:px-7">
        <div className="grid gap-2">
          <h2 className="text-[1.5rem] leading-150 font-bold">
            <Trans>機能の入り切り</Trans>
          </h2>
          <p className="text-pretty text-firm">
            <Trans>
              {tenant}
              で使わない機能を切れます。切ると、全員の画面からすぐに消えます。書いたものや記録は残り、入れ直すとまた使えます。
            </Trans>
          </p>
        </div>
        {modules.isPending && <Waiting says={t`機能を読み込んでいます`} />}
        {modules.isError && (
          <NotRead
            title={<Trans>機能を読み込めませんでした。</Trans>}
            contact={contact}
            onAgain={() => modules.refetch()}
          />
        )}
        {modules.data && modules.data.modules.length === 0 && (
          <Notice title={<Trans>切れる機能はありません。</Trans>} />
        )}
        <ul className="grid gap-3">
          {modules.data?.modules.map((module) => (
            <ModuleRow key={module.name} module={module} onAsk={() => ask(module)} />
          ))}
        </ul>
        {children}
      </div>
      {asked && <Asking module={asked} contact={contact} tenant={tenant} onClose={() => ask(null)} />}
    </main>
  );
}

interface AskingProps {
  module: Module;
  contact: string;
  tenant: string;
  onClose: () => void;
}

function Asking({ module, contact, tenant, onClose }: AskingProps) {
  const { t } = useLingui();
  const change = useSwitch();
  const on = !module.is_on;
  const { title } = module;
  return (
    <Question
      isOpen
      title={on ? t`「${title}」を入れますか？` : t`「${title}」を切りますか？`}
      act={on ? t`入れる` : t`切る`}
      keep={t`やめる`}
      busy={change.isPending}
      onKeep={onClose}
      onAct={() => change.mutate({ name: module.name, on }, { onSuccess: onClose })}
    >
      <p className="text-pretty">
        {on ? (
          <Trans>
            {tenant}の全員が、すぐに使えるようになります。切る前に書いたものも、また見えるようになります。
          </Trans>
        ) : (
          <Trans>
            {tenant}の全員の画面から、すぐに消えます。{module.without}あとから入れ直せます。
          </Trans>
        )}
      </p>
      {change.error && (
        <p role="alert" className="text-danger">
          {change.error instanceof Refusal
            ? sentenceOf(change.error, contact)
            : t`通信が切れています。変わっていません。つながってから、もう一度押してください。`}
        </p>
      )}
    </Question>
  );
}
