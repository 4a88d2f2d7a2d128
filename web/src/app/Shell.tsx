/** The frame around every screen of a signed-in person: strip, state of the line, rail or bar, and the screen itself. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet, useMatchRoute } from "@tanstack/react-router";
import { lazy, Suspense, useEffect } from "react";

import type { Me, Screen } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { OfferLarge } from "@/people/preferences/OfferLarge";
import { useIsDressed } from "@/people/preferences/preferences";
import { OwnBanner } from "@/people/presence/OwnBanner";
import { Cards } from "@/people/presence/PersonLink";
import { useEntrance, useSignOut } from "@/people/sessions/entrance";
import { PasswordWarning } from "@/people/sessions/PasswordAge";
import { useAsked } from "@/people/sessions/second_factor/asked";
import { ZoneStrip } from "@/people/zones/ZoneStrip";
import { callingFrom } from "@/talk/mentions/waiting";
import { useScreen } from "@/talk/timeline/screen";
import { NotRead } from "@/ui/NotRead";
import { usePreferences } from "@/ui/preferences";
import { Waiting } from "@/ui/Waiting";
import { type Holder, PaperHolder } from "@/ui/wide/holder";
import { usePlainPaper } from "@/ui/wide/pageFoot";

import { useActs } from "./acts";
import { Calling } from "./Calling";
import { KeyList } from "./KeyList";
import { KnownScreen } from "./known";
import { LineState } from "./LineState";
import { BottomBar, Rail } from "./Rail";
import { Reminder } from "./Reminder";
import { SeatState, settle, useSeat } from "./Seat";

// かんたん表示 comes over the wire only for those who have chosen it.
const SimpleFrame = lazy(() => import("./SimpleFrame").then((file) => ({ default: file.SimpleFrame })));

// Most have a second factor, or need none.
const SecondWarning = lazy(() =>
  import("@/people/sessions/second_factor/SecondWarning").then((file) => ({ default: file.SecondWarning })),
);

// Few answer for guests whose time is over soon.
const EndingBanner = lazy(() =>
  import("@/talk/guests/EndingBanner").then((file) => ({ default: file.EndingBanner })),
);

const StepUp = lazy(() =>
  import("@/people/sessions/second_factor/StepUp").then((file) => ({ default: file.StepUp })),
);

export function Shell() {
  const entrance = useEntrance();
  const screen = useScreen();
  const signOut = useSignOut(settle);
  const seat = useSeat(entrance.data?.here?.lock_minutes ?? 0);
  const me = screen.data?.me;

  return (
    <div className="flex h-dvh flex-col">
      <ZoneStrip
        zone={me?.zone ?? entrance.data?.zone ?? "lgwan"}
        tenantName={me?.tenant.name ?? null}
        who={me ? fullName(me) : null}
        onSignOut={() => signOut.mutate()}
        onLeaveSeat={seat.leave}
      />
      <LineState />
      <SeatState seat={seat} />
      <Inside screen={screen} contact={entrance.data?.contact ?? ""} />
      <ProofAsked contact={me?.contact ?? ""} />
    </div>
  );
}

/** A dangerous act waits for its person to say once more who they are. */
function ProofAsked({ contact }: { contact: string }) {
  const asked = useAsked();
  return (
    asked && (
      <Suspense>
        <StepUp asked={asked} contact={contact} />
      </Suspense>
    )
  );
}

function Inside({ screen, contact }: { screen: ReturnType<typeof useScreen>; contact: string }) {
  const { t } = useLingui();
  const isDressed = useIsDressed(screen.data?.me.account_id);
  if (screen.data && isDressed) return <Frame screen={screen.data} />;
  if (screen.data || !screen.isError) return <Waiting says={t`トークを読み込んでいます`} />;
  return (
    <main className="grid grow place-items-center">
      <NotRead
        title={<Trans>トークを読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => screen.refetch()}
      />
    </main>
  );
}

function Frame({ screen }: { screen: Screen }) {
  const { t } = useLingui();
  const { simple } = usePreferences();
  const waiting = callingFrom(screen.rooms);
  const { account_id: me, contact, capabilities, tenant } = screen.me;
  const acts = useActs(screen.me);
  const holder = holderOf(screen.me);
  usePlainPaper(holder);
  const from = useEntrance().data?.here?.second_factor_from;
  useEffect(() => {
    void import("@/talk/faces/asking").then((file) => file.begin(me));
  }, [me]);
  return (
    <KnownScreen value={screen}>
      <PaperHolder value={holder}>
        <Cards value={{ contact, body: tenant.name, isOpen: capabilities.includes("accounts.read"), acts }}>
          <a
            href="#screen"
            className="sr-only focus:not-sr-only focus:absolute focus:top-(--strip) focus:left-2 focus:z-30 focus:bg-surface focus:px-3 focus:py-2"
          >
            <Trans>本文へ移る</Trans>
          </a>
          <OfferLarge />
          <PasswordWarning me={me} />
          <Suspense>{from && <SecondWarning from={from} />}</Suspense>
          <OwnBanner me={screen.me} />
          <Reminder screen={screen} />
          {screen.ending.length > 0 && (
            <Suspense>
              <EndingBanner ending={screen.ending} />
            </Suspense>
          )}
          {simple ? (
            <Suspense fallback={<Waiting says={t`トークを読み込んでいます`} />}>
              <SimpleFrame screen={screen} />
            </Suspense>
          ) : (
            <Panes waiting={waiting} />
          )}
          <KeyList />
          <Calling rooms={screen.rooms} />
        </Cards>
      </PaperHolder>
    </KnownScreen>
  );
}

/** Whose papers are printed here, and by whom. */
function holderOf(me: Me): Holder {
  return { body: me.tenant.name, by: `${me.department} ${fullName(me)}`.trim() };
}

function Panes({ waiting }: { waiting: number }) {
  const matches = useMatchRoute();
  const inRoom = Boolean(matches({ to: "/rooms/$roomId", fuzzy: true }));
  return (
    <>
      <div className="flex min-h-0 grow">
        <Rail waiting={waiting} />
        {/* One pane at a time below, several side by side above: the screen decides. */}
        <div id="screen" tabIndex={-1} className="flex min-h-0 min-w-0 grow">
          <Outlet />
        </div>
      </div>
      {!inRoom && <BottomBar waiting={waiting} />}
    </>
  );
}
