/** A password becomes too old: said quietly in the days before, with the way to change it, and again in the settings. */
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import type { AccountId } from "@/generated/wire";
import { Banner } from "@/ui/Banner";
import { Button } from "@/ui/Button";

import { useDaysLeft, usePutAway } from "./passwordAge";

export function PasswordWarning({ me }: { me: AccountId }) {
  const left = useDaysLeft();
  const [isAway, putAway] = usePutAway(me);
  if (left === null || isAway) return null;
  return (
    <Banner
      icon="clock"
      look="quiet"
      acts={
        <>
          <Link
            to="/settings"
            hash="password"
            className="inline-flex min-h-9 items-center rounded-8 border border-current bg-surface px-3.5 font-bold text-accent no-underline hover:bg-accent-soft hover:underline coarse:min-h-11"
          >
            <Trans>パスワードを変える</Trans>
          </Link>
          <Button small look="quiet" onPress={putAway}>
            <Trans>今日は出さない</Trans>
          </Button>
        </>
      }
    >
      <Left days={left} />
    </Banner>
  );
}

/** The same where the password is changed. */
export function PasswordAge() {
  const left = useDaysLeft();
  if (left === null) return null;
  return (
    <p className="font-bold">
      <Left days={left} />
    </p>
  );
}

function Left({ days }: { days: number }) {
  return days === 0 ? (
    <Trans>パスワードの期限は、24時間以内に切れます。</Trans>
  ) : (
    <Trans>パスワードの期限まで、あと{days}日です。</Trans>
  );
}
