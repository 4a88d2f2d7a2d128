/** The first of those who have set a sign, in a tip over it. */
import { Trans, useLingui } from "@lingui/react/macro";

import { fullName } from "@/kit/names";

import type { Sign } from "./react";
import { useWho } from "./who";

const MOST_NAMES = 10;

export function Names({ sign, count }: { sign: Sign; count: number }) {
  const { t } = useLingui();
  const { people, isPending, isError } = useWho(sign, count);
  if (isError) return <Trans>名前を読み込めませんでした。</Trans>;
  if (isPending) return <Trans>名前を読み込んでいます</Trans>;
  const named = people.slice(0, MOST_NAMES).map(fullName).join("、");
  const others = count - Math.min(people.length, MOST_NAMES);
  return <span className="font-name">{others > 0 ? t`${named} ほか${others}人` : named}</span>;
}
