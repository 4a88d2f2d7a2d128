/** Told to a sponsor 14 and 3 days before somebody's time is over, until they have put it away on this device. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { EndingGuest } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Banner } from "@/ui/Banner";
import { IconButton } from "@/ui/IconButton";

import { keyOf, putAway, wasPutAway } from "./ending";

export function EndingBanner({ ending }: { ending: EndingGuest[] }) {
  const { t } = useLingui();
  const [gone, setGone] = useState<readonly string[]>(wasPutAway);
  const one = ending.find((each) => !gone.includes(keyOf(each)));
  if (!one) return null;
  const name = fullName(one.guest);
  const { department: firm } = one.guest;
  const { days } = one;
  return (
    <Banner
      icon="clock"
      look="warn"
      acts={
        <>
          <Link
            to="/settings"
            hash="guests"
            className="inline-flex min-h-9 items-center font-bold text-warn underline coarse:min-h-11"
          >
            <Trans>招待したゲストを見る</Trans>
          </Link>
          <IconButton icon="close" label={t`閉じる`} onPress={() => setGone(putAway(one))} />
        </>
      }
    >
      {days === 0
        ? t`ゲストの${name}さん（${firm}）の利用は、今日までです。`
        : t`ゲストの${name}さん（${firm}）の利用は、あと${days}日で終わります。`}
    </Banner>
  );
}
