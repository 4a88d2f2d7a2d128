/** How it is with somebody's second factor, in sentences: on or off, what must be, what was done to it last. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Security } from "@/generated/wire";
import { dayInJapan, fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

type Second = Security["second"];

export function SecondWords({ second, relaxed }: { second: Second; relaxed: boolean }) {
  const { longDay } = useDates();
  return (
    <div className="grid gap-1">
      <p className="font-bold">
        {second.is_on && second.set_up_at ? (
          <Trans>使っています（{longDay(dayInJapan(second.set_up_at))}から）</Trans>
        ) : (
          <Trans>使っていません</Trans>
        )}
      </p>
      {second.is_on && (
        <p>
          <Trans>残りの復旧コード：{second.codes_left}個</Trans>
        </p>
      )}
      <Must second={second} relaxed={relaxed} />
      {second.last && <Last last={second.last} />}
    </div>
  );
}

function Must({ second: { required, starts_on }, relaxed }: { second: Second; relaxed: boolean }) {
  const { longDay } = useDates();
  if (required === "no") return null;
  if (relaxed) {
    return (
      <p>
        <Trans>役割か団体の決まりで必要ですが、見本の町では求めません。</Trans>
      </p>
    );
  }
  const from = starts_on ? longDay(fromIso(starts_on)) : null;
  return (
    <p>
      {required === "always" ? (
        <Trans>役割か団体の決まりで、必要です。</Trans>
      ) : (
        <Trans>インターネット側のログインには、必要です。</Trans>
      )}
      {from && <Trans>{from}からは、設定しないとログインできません。</Trans>}
    </p>
  );
}

type LastChange = NonNullable<Second["last"]>;

const said: Record<string, ReactNode> = {
  second_set_up: <Trans>設定しました</Trans>,
  second_changed: <Trans>別の端末に変えました</Trans>,
  second_off: <Trans>やめました</Trans>,
  second_reset: <Trans>取り消されました</Trans>,
  recovery_used: <Trans>復旧コードを使いました</Trans>,
  recovery_drawn: <Trans>復旧コードを出し直しました</Trans>,
};

function Last({ last: { kind, at, by, reason } }: { last: LastChange }) {
  const when = useDates().listTime(at, useNow());
  const isReset = kind === "second_reset";
  return (
    <p className="text-small text-soft">
      <Trans>最後の変更：{when}</Trans>
      {"　"}
      {said[kind]}
      {isReset && by && <Trans>（{fullName(by)}さんが）</Trans>}
      {isReset && !by && <Trans>（サーバーの担当者が）</Trans>}
      {reason !== "" && <Trans>　理由：{reason}</Trans>}
    </p>
  );
}
