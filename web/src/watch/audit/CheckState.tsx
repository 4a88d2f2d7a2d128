/** 改ざんの確かめ: whether the log is as it was written, when that was last looked at, and a button to look now. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AuditCheck } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";

import { useAuditState, useLookThrough } from "./audit";
import { troubles } from "./words";

export function CheckState({ contact }: { contact: string }) {
  const { t } = useLingui();
  const state = useAuditState();
  const look = useLookThrough();
  if (!state.data) return null;
  const { check, years } = state.data;
  const isWrong = check !== null && check.trouble !== null;
  return (
    <section
      aria-label={t`改ざんの確かめ`}
      className={`grid gap-2 rounded-12 border px-4 py-3 ${isWrong ? "border-danger bg-danger-soft" : "border-line bg-sunken"}`}
    >
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <p role="status" className="flex min-w-0 grow items-start gap-2">
          <span className={`pt-1 ${isWrong ? "text-danger" : "text-safe"}`}>
            <Icon name={isWrong ? "alert" : check ? "check" : "clock"} size={20} />
          </span>
          <span className="text-pretty">
            {check ? <Found check={check} contact={contact} /> : <NotYet />}
          </span>
        </p>
        <Button small isDisabled={look.isPending} onPress={() => look.mutate()}>
          <Trans>いま確かめる</Trans>
        </Button>
      </div>
      <p className="text-small text-firm">
        <Trans>
          毎日4:40に、すべての記録が書かれたときのまま並んでいるかを確かめます。記録は{years}年残します。
        </Trans>
      </p>
      <Trouble error={look.error} contact={contact} />
    </section>
  );
}

function Found({ check, contact }: { check: AuditCheck; contact: string }) {
  const { i18n } = useLingui();
  const { detailTime } = useDates();
  const at = detailTime(check.at);
  const entries = check.entries.toLocaleString("ja-JP");
  if (check.trouble === null) {
    return (
      <Trans>
        書き換えも、欠けもありません（{entries}件、{at}に確かめました）。
      </Trans>
    );
  }
  const what = i18n._(troubles[check.trouble]((check.number ?? 0).toLocaleString("ja-JP")));
  return (
    <span className="text-danger">
      <Trans>
        記録が書かれたときのままではありません：{what}
        {at}に確かめました。記録に触れずに、すぐ{contact}
        へ知らせてください。
      </Trans>
    </span>
  );
}

function NotYet() {
  return <Trans>まだ一度も確かめていません。</Trans>;
}
