/** A screen of 管理 for one setting of the body: chosen anew, saved when it is asked for, and who changed it last. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { useDates } from "@/ui/dates";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { SaveFoot } from "@/ui/SaveFoot";
import { Waiting } from "@/ui/Waiting";

import { useBodySetting, useDecide } from "./bodySetting";

interface Props<Value extends object> {
  /** Of the setting, as the server calls it. */
  name: string;
  title: ReactNode;
  about: ReactNode;
  contact: string;
  /** The fields, with what is chosen at the moment. */
  children: (value: Value, onChange: (value: Value) => void) => ReactNode;
  /** What belongs here and is not saved with it. */
  below?: ReactNode;
}

export function BodySetting<Value extends object>(props: Props<Value>) {
  const { t } = useLingui();
  const found = useBodySetting<Value>(props.name);
  if (found.isPending) return <Waiting says={t`設定を読み込んでいます`} />;
  if (found.isError) {
    const again = () => void found.refetch();
    return (
      <NotRead title={<Trans>設定を読み込めませんでした。</Trans>} contact={props.contact} onAgain={again} />
    );
  }
  return (
    <main className="relative min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-6">
        <h2 className="text-[1.5rem] leading-150 font-bold">{props.title}</h2>
        <p>{props.about}</p>
        <LastChange at={found.data.changed_at} by={found.data.changed_by} />
        <Form {...props} now={found.data.value} />
        {props.below}
      </div>
    </main>
  );
}

function LastChange({ at, by }: { at: string | null; by: Person | null }) {
  const now = useNow();
  const { listTime } = useDates();
  if (!at) return null;
  const time = listTime(at, now);
  const name = by ? fullName(by) : "";
  return (
    <p className="text-small text-soft">
      {name ? (
        <Trans>
          最後に変えた人：{name}さん（{time}）
        </Trans>
      ) : (
        <Trans>最後に変えた時：{time}</Trans>
      )}
    </p>
  );
}

function Form<Value extends object>({ name, now, contact, children }: Props<Value> & { now: Value }) {
  const decide = useDecide<Value>(name);
  const [chosen, choose] = useState(now);
  const isSame = JSON.stringify(chosen) === JSON.stringify(now);
  return (
    <div className="grid gap-7">
      {children(chosen, choose)}
      {decide.error && (
        <p role="alert" className="text-danger">
          {decide.error instanceof Refusal ? sentenceOf(decide.error, contact) : <CutOff />}
        </p>
      )}
      <SaveFoot
        isSame={isSame}
        isPending={decide.isPending}
        isSaved={decide.isSuccess}
        onSave={() => decide.mutate(chosen)}
        onRevert={() => choose(now)}
      />
    </div>
  );
}

function CutOff() {
  return <Trans>通信が切れているため、保存していません。つながってから、もう一度押してください。</Trans>;
}
