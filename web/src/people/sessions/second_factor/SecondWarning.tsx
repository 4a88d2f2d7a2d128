/** A second factor will be asked of somebody who has none yet: said quietly until that day, with the way to it. */
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import { fromIso } from "@/kit/days";
import { Banner } from "@/ui/Banner";
import { useDates } from "@/ui/dates";

export function SecondWarning({ from }: { from: string }) {
  const { longDay } = useDates();
  const day = longDay(fromIso(from));
  return (
    <Banner
      icon="lock"
      look="quiet"
      acts={
        <Link
          to="/settings"
          hash="second-factor"
          className="inline-flex min-h-9 items-center rounded-8 border border-current bg-surface px-3.5 font-bold text-accent no-underline hover:bg-accent-soft hover:underline coarse:min-h-11"
        >
          <Trans>設定する</Trans>
        </Link>
      }
    >
      <Trans>{day}から、ログインに二要素認証が必要です。</Trans>
    </Banner>
  );
}
