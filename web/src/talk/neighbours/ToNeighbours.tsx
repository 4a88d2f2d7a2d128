/** The way to what people of other bodies ask, with how many do. Where nobody asks there is none: the settings lead there. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import { Badge } from "@/ui/Badge";
import { Icon } from "@/ui/Icon";

import { useAsks } from "./asking";

export function ToNeighbours() {
  const { t } = useLingui();
  const count = useAsks().data?.pages[0]?.asks.length ?? 0;
  if (count === 0) return null;
  return (
    <Link
      to="/rooms/neighbours"
      className="inline-flex min-h-9 items-center gap-1.5 justify-self-start rounded-8 px-1 text-small font-bold text-accent underline-offset-3 hover:underline aria-[current]:text-accent-firm coarse:min-h-11"
    >
      <Icon name="people" size={18} />
      <Trans>ほかの団体の人</Trans>
      <Badge count={count} says={t`話したい${count}件`} />
    </Link>
  );
}
