/** 名簿: the tree of units, the people, and beside them (in narrow windows over or instead of them) the card that is open. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate, useParams } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useDeferredValue, useEffect, useRef, useState } from "react";

import type { AccountId, OrganizationId, RoomId, Tree, UnitId } from "@/generated/wire";
import { everybody, usePeople, useTree } from "@/people/accounts/directory";
import { OrgTree } from "@/people/accounts/OrgTree";
import { PersonCard } from "@/people/accounts/PersonCard";
import { useChosen } from "@/people/orgs/chosen";
import { useChoose } from "@/people/preferences/preferences";
import { PresenceDot, PresenceWords } from "@/people/presence/PresenceMark";
import { Drawer } from "@/ui/Drawer";
import { IconButton } from "@/ui/IconButton";
import { midWindow, useMedia, wideWindow } from "@/ui/media";
import { Notice } from "@/ui/Notice";
import { usePreferences } from "@/ui/preferences";
import { Soon } from "@/ui/Soon";
import { Waiting } from "@/ui/Waiting";

import { useActs } from "./acts";
import { useKnownScreen } from "./known";
import { OpenOrganization } from "./OpenOrganization";
import { PeopleFound } from "./PeopleFound";
import { PeopleHead } from "./PeopleHead";
import { TabTitle } from "./TabTitle";

const Neighbours = lazy(() =>
  import("@/talk/neighbours/Neighbours").then((file) => ({ default: file.Neighbours })),
);
const UnitsToWrite = lazy(() =>
  import("@/talk/unit_talks/UnitsToWrite").then((file) => ({ default: file.UnitsToWrite })),
);
const signs = {
  dot: (of: AccountId) => <PresenceDot of={of} />,
  words: (of: AccountId) => <PresenceWords of={of} />,
};

export function PeopleRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  const { accountId } = useParams({ strict: false });
  const open = (accountId as AccountId | undefined) ?? null; // the address is the one place where an id is a bare word
  const close = useClose(open);
  const acts = useActs(me);
  const chosen = useChosen(me) ?? me.organization_id;
  // Where there is one organization only, the directory is that of the whole body.
  const organization = me.organizations.length > 1 ? chosen : null;
  if (!me.capabilities.includes("accounts.find")) return <NotForYou contact={me.contact} />;
  return (
    <>
      <TabTitle says={t`名簿`} />
      <Soon of="people" frame={<PeopleFrame />}>
        <Everybody key={organization} {...{ organization, open }} contact={me.contact} />
      </Soon>
      {open && (
        <Side onClose={close}>
          <PersonCard
            key={open}
            of={open}
            presence={<PresenceWords of={open} whole />}
            acts={acts && ((card) => acts(card))}
            contact={me.contact}
          />
        </Side>
      )}
    </>
  );
}

function PeopleFrame() {
  return (
    <main className="min-w-0 grow px-4 pt-3.5">
      <h1 className="text-title font-bold">
        <Trans>名簿</Trans>
      </h1>
    </main>
  );
}

interface EverybodyProps {
  organization: OrganizationId | null;
  open: AccountId | null;
  contact: string;
}

function Everybody({ organization, open, contact }: EverybodyProps) {
  const [words, setWords] = useState("");
  const [unit, setUnit] = useState<UnitId | null>(null);
  const [from, setFrom] = useState("");
  const { order } = usePreferences();
  const choose = useChoose();
  const tree = useTree(organization);
  const q = useDeferredValue(words.trim());
  const byUnit = order === "units";
  const people = usePeople({ ...everybody, q, order, organization, unit, from: byUnit ? "" : from });
  const isMid = useMedia(midWindow);
  const navigate = useNavigate();
  const toRoom = (roomId: RoomId) => void navigate({ to: "/rooms/$roomId", params: { roomId } });
  const under = tree.data?.units.find((each) => each.unit_id === unit);
  return (
    <Units tree={tree.data} chosen={unit} onChoose={setUnit}>
      {(onUnits) => (
        <main
          className={`min-h-0 min-w-0 grow flex-col overflow-y-auto ${open && !isMid ? "hidden" : "flex"}`}
        >
          <PeopleHead
            count={under?.count ?? tree.data?.count ?? null}
            unit={under?.name ?? null}
            {...{ words, order, onUnits }}
            above={<OpenOrganization />}
            onWords={setWords}
            onOrder={(chosen) => choose.mutate({ order: chosen })}
          />
          {q !== "" && (
            <Suspense>
              <UnitsToWrite words={q} {...{ organization, contact }} onOpened={toRoom} />
            </Suspense>
          )}
          <PeopleFound
            query={people}
            asked={{ words: q, byUnit, under: under?.path ?? null, from }}
            {...{ open, signs, contact }}
            onJump={setFrom}
          />
          {q.length > 1 && (
            <Suspense>
              <Neighbours words={q} contact={contact} />
            </Suspense>
          )}
        </main>
      )}
    </Units>
  );
}

interface UnitsProps {
  tree: Tree | undefined;
  chosen: UnitId | null;
  onChoose: (unit: UnitId | null) => void;
  /** What stands beside the tree; given the way to open it where it does not stand there by itself. */
  children: (open: (() => void) | null) => ReactNode;
}

function Units({ tree, chosen, onChoose, children }: UnitsProps) {
  const { t } = useLingui();
  const isWide = useMedia(wideWindow);
  const [shown, show] = useState(false);
  const pick = (unit: UnitId | null) => {
    onChoose(unit);
    show(false);
  };
  const units = tree ? (
    <OrgTree tree={tree} chosen={chosen} onChoose={pick} />
  ) : (
    <Waiting says={t`所属を読み込んでいます`} />
  );
  return (
    <>
      {isWide && (
        <nav aria-label={t`所属`} className="min-h-0 w-68 shrink-0 overflow-y-auto border-r border-line">
          {units}
        </nav>
      )}
      {children(isWide ? null : () => show(true))}
      {shown && (
        <Drawer label={t`所属で絞る`} onClose={() => show(false)}>
          <PaneHead title={<Trans>所属で絞る</Trans>} onClose={() => show(false)} />
          <div className="min-h-0 grow overflow-y-auto">{units}</div>
        </Drawer>
      )}
    </>
  );
}

/** Back to the list, with the focus on the person whose card it was. */
function useClose(open: AccountId | null) {
  const navigate = useNavigate();
  const before = useRef(open);
  useEffect(() => {
    const left = before.current;
    before.current = open;
    if (left !== null && open === null) {
      document.querySelector<HTMLElement>(`[data-person="${CSS.escape(left)}"]`)?.focus();
    }
  }, [open]);
  return () => void navigate({ to: "/people" });
}

function Side({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const { t } = useLingui();
  const isMid = useMedia(midWindow);
  const isWide = useMedia(wideWindow);
  const head = <PaneHead title={<Trans>職員の情報</Trans>} onClose={onClose} />;
  if (isMid && !isWide) {
    return (
      <Drawer label={t`職員の情報`} onClose={onClose}>
        {head}
        <Scrolls>{children}</Scrolls>
      </Drawer>
    );
  }
  return (
    <aside
      aria-label={t`職員の情報`}
      className={`flex min-h-0 flex-col ${isWide ? "w-[22.5rem] shrink-0 border-l border-line" : "w-full"}`}
    >
      {head}
      <Scrolls>{children}</Scrolls>
    </aside>
  );
}

/** A card may have nothing to press, and is scrolled with the keys all the same. */
function Scrolls({ children }: { children: ReactNode }) {
  const { t } = useLingui();
  return (
    <section
      aria-label={t`職員の情報の内容`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled with the keys.
      tabIndex={0}
      className="min-h-0 grow overflow-y-auto"
    >
      {children}
    </section>
  );
}

function PaneHead({ title, onClose }: { title: ReactNode; onClose: () => void }) {
  const { t } = useLingui();
  return (
    <div className="flex min-h-15 shrink-0 items-center gap-2 border-b border-line py-1.5 pr-2 pl-4">
      <h2 className="grow text-body font-bold">{title}</h2>
      <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
    </div>
  );
}

function NotForYou({ contact }: { contact: string }) {
  return (
    <main className="grid min-w-0 grow place-items-center">
      <Notice icon="lock" title={<Trans>名簿は開けません。</Trans>}>
        <Trans>あなたの役割では、名簿を見ることができません。必要なときは{contact}へ。</Trans>
      </Notice>
    </main>
  );
}
