/** The way to the rooms that one was moved from and still reads in. It carries no number: nothing there waits. */
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import { Icon } from "@/ui/Icon";

export function ToFormer() {
  return (
    <Link
      to="/rooms/former"
      className="inline-flex min-h-9 items-center gap-1.5 justify-self-start rounded-8 px-1 text-small font-bold text-accent underline-offset-3 hover:underline aria-[current]:text-accent-firm coarse:min-h-11"
    >
      <Icon name="hall" size={18} />
      <Trans>引継ぎ中のルーム</Trans>
    </Link>
  );
}
