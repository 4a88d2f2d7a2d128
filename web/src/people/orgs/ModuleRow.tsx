/** One module: whether it is on, what it is for, what is missing without it, and who decided so. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Module } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";

export function ModuleRow({ module, onAsk }: { module: Module; onAsk: () => void }) {
  const { t } = useLingui();
  const { title } = module;
  return (
    <li className="grid gap-3 rounded-12 border border-line px-4 py-3.5 mid:grid-cols-[minmax(0,1fr)_auto] mid:items-start mid:gap-x-6">
      <div className="grid min-w-0 gap-1.5">
        <h3 className="flex flex-wrap items-center gap-x-2.5 gap-y-1 font-bold">
          {title}
          <State on={module.is_on} />
        </h3>
        <p lang="ja" className="text-pretty">
          {module.about}
        </p>
        <p lang="ja" className="text-pretty text-small text-soft">
          <Trans>切ると：{module.without}</Trans>
        </p>
        <Decided module={module} />
      </div>
      <Button
        look={module.is_on ? "grave" : "second"}
        aria-label={module.is_on ? t`${title}を切る` : t`${title}を入れる`}
        onPress={onAsk}
      >
        {module.is_on ? <Trans>切る</Trans> : <Trans>入れる</Trans>}
      </Button>
    </li>
  );
}

function State({ on }: { on: boolean }) {
  return on ? (
    <Chip look="safe">
      <Icon name="check" size={16} />
      <Trans>使っています</Trans>
    </Chip>
  ) : (
    <Chip>
      <Icon name="minus" size={16} />
      <Trans>切っています</Trans>
    </Chip>
  );
}

function Decided({ module }: { module: Module }) {
  const { documentTime } = useDates();
  if (!module.changed_at) {
    return (
      <p className="text-small text-soft">
        <Trans>はじめから使っています。</Trans>
      </p>
    );
  }
  const at = documentTime(module.changed_at, false);
  const who = module.changed_by ? fullName(module.changed_by) : "";
  return (
    <p className="figures text-small text-soft">
      {module.is_on ? (
        <Trans>
          {at} <span className="font-name">{who}</span>さんが入れました。
        </Trans>
      ) : (
        <Trans>
          {at} <span className="font-name">{who}</span>さんが切りました。
        </Trans>
      )}
    </p>
  );
}
