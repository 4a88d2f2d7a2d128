/** Calls the person back when something new waits and they look elsewhere. It says how many, and never what. */
import { useLingui } from "@lingui/react/macro";
import { useEffect, useRef } from "react";

import { show, sound } from "./ring";

export function Calling({ waiting }: { waiting: number }) {
  const { t } = useLingui();
  const before = useRef(waiting);
  useEffect(() => {
    const isMore = waiting > before.current;
    before.current = waiting;
    if (!isMore || !document.hidden) return;
    void show(t`寄合`, t`未読のメッセージが${waiting}件あります。`).then((shown) => shown && sound());
  }, [waiting, t]);
  return null;
}
