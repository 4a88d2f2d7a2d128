/** The way to what one keeps for later, above the list of rooms; with a number once a time has come. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import { Badge } from "@/ui/Badge";
import { Icon } from "@/ui/Icon";

export function ToLater({ due }: { due: number }) {
  const { t } = useLingui();
  return (
    <Link
      to="/rooms/later"
      className="inline-flex min-h-9 items-center gap-1.5 justify-self-start rounded-8 px-1 text-small font-bold text-accent underline-offset-3 hover:underline aria-[current]:text-accent-firm coarse:min-h-11"
    >
      <Icon name="clock" size={18} />
      <Trans>あとで見る</Trans>
      {due > 0 && <Badge count={due} says={t`時間になったもの${due}件`} />}
    </Link>
  );
}
