/** A part of the screen that could not be shown, most often because its program did not come over the wire. The rest stays. */
import { Trans } from "@lingui/react/macro";
import { useMatchRoute } from "@tanstack/react-router";

import { useEntrance } from "@/people/sessions/entrance";
import { useConnection } from "@/platform/connection";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { usePreferences } from "@/ui/preferences";

import { Head, ToList } from "./SimpleHead";

export function NotShown() {
  const contact = useEntrance().data?.contact ?? "";
  const { state } = useConnection();
  const title = <Trans>画面のこの部分を開けませんでした。書いたものは残っています。</Trans>;
  return (
    <main className="flex min-w-0 grow flex-col">
      <WayBack />
      <div className="grid grow place-items-center">
        {state === "offline" ? (
          // Loaded anew without a line, all of the page would be gone.
          <Notice urgent icon="cutOff" title={title}>
            <Trans>通信が戻ると、ここからもう一度読み込めます。</Trans>
          </Notice>
        ) : (
          <NotRead title={title} contact={contact} onAgain={() => location.reload()} />
        )}
      </div>
    </main>
  );
}

/** What fills the window instead of the list would have had a way back in its head. */
function WayBack() {
  const { simple } = usePreferences();
  const isOverList = Boolean(useMatchRoute()({ to: "/rooms/$roomId", fuzzy: true }));
  if (!isOverList) return null;
  return (
    <div className={simple ? "" : "mid:hidden"}>
      <Head>
        <ToList />
      </Head>
    </div>
  );
}
