/** The dialog of an action. */
import { Suspense } from "react";

import { type Acting, useNowOf } from "./useActing";

export function Asking({ acting }: { acting: Acting }) {
  const asking = useNowOf(acting, (now) => now.asking);
  const Asks = asking?.action.Asks;
  if (!Asks) return null;
  return (
    <Suspense>
      <Asks subject={asking.subject} onClose={() => acting.answered()} onDone={acting.answered} />
    </Suspense>
  );
}
