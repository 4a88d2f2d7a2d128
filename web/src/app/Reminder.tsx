/** A time that one has chosen oneself has come: told in the page, and by the system where one looks elsewhere. */
import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useEffect, useRef, useState } from "react";

import type { Screen } from "@/generated/wire";
import { show, sound } from "@/platform/ring";
import { dueInAll, whereDue } from "@/talk/later/due";
import { useOpened } from "@/talk/rooms/organizations";

const ReminderBanner = lazy(() =>
  import("./ReminderBanner").then((file) => ({ default: file.ReminderBanner })),
);

export function Reminder({ screen }: { screen: Screen }) {
  const { t } = useLingui();
  const { organization, choose } = useOpened(screen, undefined);
  const due = dueInAll(screen);
  const where = whereDue(screen, organization);
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
    <Suspense>
      <ReminderBanner
        due={due}
        onClose={close}
        onOpen={() => {
          close();
          if (where) choose(where);
        }}
      />
    </Suspense>
  );
}
