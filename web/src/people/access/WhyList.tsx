/** Why one may not do something: every question that was asked, and the rule that stopped it (ADMIN-16). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";

import type { Verdict } from "@/generated/wire";
import { api } from "@/platform/api";
import { Refusal, sentenceOf } from "@/platform/refusals";
import "@/platform/seldom";
import { Icon } from "@/ui/Icon";

import { NearLeaders } from "./NearLeaders";
import type { WhatFor } from "./Trouble";

export function WhyList({ asked, contact }: { asked: WhatFor; contact: string }) {
  const { t } = useLingui();
  const found = useQuery({
    queryKey: ["why", asked],
    queryFn: ({ signal }) =>
      api.get("/api/why/{operation}", {
        path: { operation: asked.operation },
        query: { room: asked.room ?? null, whom: asked.whom ?? null },
        signal,
      }),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  if (found.isPending) return <p role="status">{t`わけを調べています`}</p>;
  if (found.isError) return <p>{t`わけを調べられませんでした。困ったときは${contact}へ。`}</p>;
  return (
    <>
      <ol className="grid gap-1.5" aria-label={t`決まりを聞いた順`}>
        {found.data.verdicts.map((verdict) => (
          <Question key={verdict.kind} verdict={verdict} contact={contact} />
        ))}
        {found.data.is_allowed && (
          <li>
            <Trans>いまは、できるはずです。もう一度試してください。</Trans>
          </li>
        )}
      </ol>
      {!found.data.is_allowed && <NearLeaders />}
    </>
  );
}

function Question({ verdict, contact }: { verdict: Verdict; contact: string }) {
  const { t } = useLingui();
  const asks = useAsks()[verdict.kind];
  const byWhom = useOrigins();
  const origin = verdict.origin === null ? "" : (byWhom[verdict.origin] ?? "");
  const refusal = new Refusal(409, verdict.code ?? "", verdict.details);
  return (
    <li className="flex items-start gap-2">
      <span className="pt-1">
        <Icon name={verdict.is_passed ? "check" : "close"} size={16} />
        <span className="sr-only">{verdict.is_passed ? t`問題なし` : t`ここで止まりました`}</span>
      </span>
      <span>
        <b>{asks}</b>
        {origin}
        {!verdict.is_passed && <span className="block">{sentenceOf(refusal, contact)}</span>}
      </span>
    </li>
  );
}

function useAsks(): Record<Verdict["kind"], string> {
  const { t } = useLingui();
  return {
    side: t`接続（LGWAN側・インターネット側）`,
    network: t`ネットワーク`,
    account: t`アカウント`,
    module: t`機能の入り切り`,
    right: t`権限`,
    room: t`ルームのメンバー`,
    rule: t`ルームの決まりとラベル`,
  };
}

function useOrigins(): { [origin: string]: string } {
  const { t } = useLingui();
  return {
    role: t`（役割による）`,
    body: t`（団体の決まりによる）`,
    group: t`（グループの決まりによる）`,
    person: t`（本人だけの決まりによる）`,
  };
}
