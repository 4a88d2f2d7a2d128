/** Before everything: is this browser signed in? If not, the door is drawn and the address stays for afterwards. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense } from "react";

import type { Entrance } from "@/generated/wire";
import { useEntrance } from "@/people/sessions/entrance";
import { LockScreen } from "@/people/sessions/LockScreen";
import { SignIn } from "@/people/sessions/SignIn";
import { ZoneStrip } from "@/people/zones/ZoneStrip";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Waiting";

import { whatWasBrought } from "./brought";
import { useOnTheIcon } from "./icon";
import { TabTitle } from "./TabTitle";

// Everybody has one first day: it comes over the wire when it begins.
const FirstDay = lazy(() => import("./FirstDay").then((file) => ({ default: file.FirstDay })));

/** Whether the page is just asking whose seat this is: a form that turns into another one is worse than a moment. */
const isLooking = ({ isFetching, failureCount }: ReturnType<typeof useEntrance>) =>
  isFetching && failureCount === 0;

export function Door() {
  const { t } = useLingui();
  const entrance = useEntrance();
  if (!entrance.data) {
    return entrance.failureCount > 0 ? <NotReached /> : <Waiting says={t`寄合を開いています`} />;
  }
  const { here, signed_in: signedIn } = entrance.data;
  if (signedIn && here?.welcomed === false) {
    return (
      <Suspense fallback={<Waiting says={t`寄合を開いています`} />}>
        <FirstDay entrance={entrance.data} />
      </Suspense>
    );
  }
  if (signedIn) return <Outlet />;
  if (isLooking(entrance)) return <Waiting says={t`寄合を開いています`} />;
  return <Outside entrance={entrance.data} />;
}

/** Before the door: signing in, or the lock of whoever has left their seat. */
function Outside({ entrance }: { entrance: Entrance }) {
  const { t } = useLingui();
  const { locked, tenant, zone } = entrance;
  // How much waits for whoever was here is nothing to the next person.
  useOnTheIcon(0);
  return (
    <div className="flex h-dvh flex-col">
      <TabTitle says={locked ? t`ロック中` : t`ログイン`} />
      <ZoneStrip
        zone={zone}
        tenantName={locked?.tenant_name ?? tenant?.name ?? null}
        who={null}
        onSignOut={null}
      />
      {locked ? (
        <LockScreen entrance={entrance} away={locked} />
      ) : (
        <SignIn entrance={entrance} brought={whatWasBrought()} />
      )}
    </div>
  );
}

/** It goes on trying by itself; the button begins anew at once. What was written lies on this device. */
function NotReached() {
  return (
    <main className="grid h-dvh place-items-center">
      <Notice
        urgent
        icon="cutOff"
        title={<Trans>通信が切れています。書いたものは残っています。</Trans>}
        action={
          <Button icon="refresh" onPress={() => location.reload()}>
            <Trans>もう一度つなぐ</Trans>
          </Button>
        }
      >
        <Trans>ネットワークにつながると、この画面から続けられます。</Trans>
      </Notice>
    </main>
  );
}
