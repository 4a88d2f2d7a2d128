/** The security view of one account in sentences of an office: last access, password, tries that failed. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Security } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

type Access = NonNullable<Security["last_access"]>;

export function SecurityWords({ security }: { security: Security }) {
  const { failed, last_access, password_changed_at, password_ends_at, has_password } = security;
  const { longDay } = useDates();
  return (
    <dl className="grid gap-x-6 gap-y-3 mid:grid-cols-2">
      <Row term={<Trans>最後に使った時</Trans>}>
        {last_access ? <Where access={last_access} /> : <Trans>まだ使われていません</Trans>}
      </Row>
      <Row term={<Trans>ログインの失敗（30日間）</Trans>}>
        <Trans>{failed.count}回</Trans>
        {failed.last && (
          <>
            <Trans>、最後は</Trans>
            <Where access={failed.last} />
          </>
        )}
      </Row>
      <Row term={<Trans>パスワードを決めた日</Trans>}>
        {has_password && password_changed_at ? (
          longDay(dayInJapan(password_changed_at))
        ) : (
          <Trans>まだ決めていません</Trans>
        )}
      </Row>
      {password_ends_at && (
        <Row term={<Trans>パスワードの期限</Trans>}>{longDay(dayInJapan(password_ends_at))}</Row>
      )}
    </dl>
  );
}

function Where({ access: { at, address, zone } }: { access: Access }) {
  const { t } = useLingui();
  const time = useDates().listTime(at, useNow());
  const where = zone === "lgwan" ? "LGWAN" : t`インターネット`;
  return (
    <>
      {time}
      <span className="block text-small text-soft">
        <Trans>
          接続：{where}　アドレス：{address}
        </Trans>
      </span>
    </>
  );
}

function Row({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-small font-bold">{term}</dt>
      <dd className="figures">{children}</dd>
    </div>
  );
}
