/** A time that one has chosen oneself has come: told in the page, and by the system where one looks elsewhere. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";

import { show, sound } from "@/platform/ring";
import { Banner } from "@/ui/Banner";
import { IconButton } from "@/ui/IconButton";

export function Reminder({ due }: { due: number }) {
  const { t } = useLingui();
  const before = useRef(due);
  const [isNew, setNew] = useState(false);
  useEffect(() => {
    const isMore = due > before.current;
    before.current = due;
    if (due === 0) setNew(false);
    if (!isMore) return;
    setNew(true);
    const says = t`「あとで見る」に、時間になったメッセージが${due}件あります。`;
    void show(t`寄合`, says).then((shown) => shown && sound());
  }, [due, t]);
  if (!isNew) return null;
  const close = () => setNew(false);
  return (
    <Banner
      icon="bell"
      look="warn"
      acts={
        <>
          <Link
            to="/rooms/later"
            onClick={close}
            className="inline-flex min-h-9 items-center font-bold text-warn underline coarse:min-h-11"
          >
            <Trans>あとで見るを開く</Trans>
          </Link>
          <IconButton icon="close" label={t`閉じる`} onPress={close} />
        </>
      }
    >
      <Trans>「あとで見る」に、時間になったメッセージが{due}件あります。</Trans>
    </Banner>
  );
}
