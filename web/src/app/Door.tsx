/** Before everything: is this browser signed in? If not, the door is drawn and the address stays for afterwards. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useState } from "react";

import type { Away, Entrance } from "@/generated/wire";
import { useEntrance, useSignOut } from "@/people/sessions/entrance";
import { SignIn } from "@/people/sessions/SignIn";
import { ZoneStrip } from "@/people/zones/ZoneStrip";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Waiting";

import { whatWasBrought } from "./brought";
import { useOnTheIcon } from "./icon";
import { whatInvites } from "./invited";
import { settle } from "./Seat";
import { TabTitle } from "./TabTitle";

// Everybody has one first day: it comes over the wire when it begins.
const FirstDay = lazy(() => import("./FirstDay").then((file) => ({ default: file.FirstDay })));
// Whoever comes to work finds no lock: it is fetched when there is one.
const LockScreen = lazy(() =>
  import("@/people/sessions/LockScreen").then((file) => ({ default: file.LockScreen })),
);
const ShowScreen = lazy(() =>
  import("@/people/sessions/ShowScreen").then((file) => ({ default: file.ShowScreen })),
);
// Guests are few: what is for them alone comes when one stands at the door.
const guests = () => import("./Guests");
const Come = lazy(() => guests().then((file) => ({ default: file.Come })));
const Promising = lazy(() => guests().then((file) => ({ default: file.Promising })));
const Over = lazy(() => guests().then((file) => ({ default: file.Over })));

/** Whether the page is just asking whose seat this is: a form that turns into another one is worse than a moment. */
const isLooking = ({ isFetching, failureCount }: ReturnType<typeof useEntrance>) =>
  isFetching && failureCount === 0;

export function Door() {
  const { t } = useLingui();
  const entrance = useEntrance();
  const [invitation, leaveInvitation] = useState(whatInvites);
  if (!entrance.data) {
    return entrance.failureCount > 0 ? <NotReached /> : <Waiting says={t`寄合を開いています`} />;
  }
  if (invitation) {
    return (
      <Before entrance={entrance.data} title={t`ゲストの招待`}>
        <Come ticket={invitation} onDone={() => leaveInvitation(null)} />
      </Before>
    );
  }
  if (entrance.data.signed_in) return <Inside entrance={entrance.data} />;
  if (isLooking(entrance)) return <Waiting says={t`寄合を開いています`} />;
  return <Outside entrance={entrance.data} />;
}

/** Whoever is signed in: at the screens, or at what comes before them. */
function Inside({ entrance }: { entrance: Entrance }) {
  const { t } = useLingui();
  if (entrance.here?.owes_promise) return <Owing entrance={entrance} />;
  if (entrance.here?.welcomed === false) {
    return (
      <Suspense fallback={<Waiting says={t`寄合を開いています`} />}>
        <FirstDay entrance={entrance} />
      </Suspense>
    );
  }
  return <Outlet />;
}

/** What stands before the door, below the strip that says on which side. */
function Before({ entrance, title, children }: { entrance: Entrance; title: string; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <div className="flex h-dvh flex-col">
      <TabTitle says={title} />
      <ZoneStrip
        zone={entrance.zone}
        tenantName={entrance.locked?.tenant_name ?? entrance.tenant?.name ?? null}
        who={null}
        onSignOut={null}
      />
      <Suspense fallback={<Waiting says={t`寄合を開いています`} />}>{children}</Suspense>
    </div>
  );
}

function Owing({ entrance }: { entrance: Entrance }) {
  const { t } = useLingui();
  const signOut = useSignOut(settle);
  return (
    <Before entrance={entrance} title={t`守っていただくこと`}>
      <Promising contact={entrance.contact} onSignOut={() => signOut.mutate()} />
    </Before>
  );
}

/** Signing in, the lock of whoever has left their seat, or a word to a guest whose time is over. */
function Outside({ entrance }: { entrance: Entrance }) {
  const { t } = useLingui();
  const { locked, farewell } = entrance;
  const [isRead, read] = useState(false);
  // How much waits for whoever was here is nothing to the next person.
  useOnTheIcon(0);
  if (locked?.is_showing) return <Shown entrance={entrance} away={locked} />;
  return (
    <Before entrance={entrance} title={locked ? t`ロック中` : t`ログイン`}>
      {locked && <LockScreen entrance={entrance} away={locked} />}
      {!locked && farewell && !isRead && <Over farewell={farewell} onSignIn={() => read(true)} />}
      {!locked && (!farewell || isRead) && <SignIn entrance={entrance} brought={whatWasBrought()} />}
    </Before>
  );
}

/** Nothing of the house stands around it, not even its strip: it is in the hands of somebody else. */
function Shown({ entrance, away }: { entrance: Entrance; away: Away }) {
  const { t } = useLingui();
  return (
    <>
      <TabTitle says={t`写真`} />
      <Suspense fallback={<Waiting says={t`写真を読み込んでいます`} />}>
        <ShowScreen entrance={entrance} away={away} />
      </Suspense>
    </>
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
