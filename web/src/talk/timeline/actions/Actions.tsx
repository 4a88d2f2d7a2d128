/** What stands over the log while something is done with a message: the menu, and a word that it is done. */
import { useLingui } from "@lingui/react/macro";
import { lazy, Suspense } from "react";

import { type Acting, useNowOf } from "./useActing";

// Nobody acts before they have read: what it takes comes with the first message that is pointed at.
const ActionsMenu = lazy(() => import("./ActionsMenu").then((file) => ({ default: file.ActionsMenu })));

export function Actions({ acting }: { acting: Acting }) {
  const { i18n } = useLingui();
  const menu = useNowOf(acting, (now) => now.menu);
  const told = useNowOf(acting, (now) => now.told);
  return (
    <>
      <Suspense>
        {menu && <ActionsMenu key={menu.subject.message.message_id} menu={menu} acting={acting} />}
      </Suspense>
      {/* Over the log, so that nothing moves for it. */}
      <div className="relative h-0">
        <p
          role="status"
          className="absolute bottom-3 left-1/2 w-max max-w-[90%] -translate-x-1/2 rounded-8 bg-ink px-3.5 py-1.5 text-small text-surface empty:hidden"
        >
          {told && i18n._(told)}
        </p>
      </div>
    </>
  );
}
