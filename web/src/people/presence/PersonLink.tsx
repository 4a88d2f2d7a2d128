/** A name that opens its card: beside it where there is room, from the foot of the window on phones. */
import { useLingui } from "@lingui/react/macro";
import {
  createContext,
  lazy,
  type ReactNode,
  type RefObject,
  Suspense,
  useContext,
  useRef,
  useState,
} from "react";
import { Dialog, Modal, ModalOverlay, Popover } from "react-aria-components";

import type { PersonCard as Card, Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { IconButton } from "@/ui/IconButton";
import { midWindow, useMedia } from "@/ui/media";
import { Waiting } from "@/ui/Waiting";

import { PresenceWords } from "./PresenceMark";

// Names stand on every screen; their cards come when one is opened.
const PersonCard = lazy(() =>
  import("@/people/accounts/PersonCard").then((file) => ({ default: file.PersonCard })),
);
const KnownCard = lazy(() =>
  import("@/people/accounts/KnownCard").then((file) => ({ default: file.KnownCard })),
);

interface Offer {
  contact: string;
  /** The reader's own body: people of another have no card that could be asked for. */
  body: string;
  /** Whether this person may open cards at all. */
  isOpen: boolean;
  /** What can be done with somebody from their card; `close` puts the card away. */
  acts: ((card: Card, close: () => void) => ReactNode) | null;
}

/** Where nobody offers cards, names are plain words. */
export const Cards = createContext<Offer>({ contact: "", body: "", isOpen: false, acts: null });

interface Props {
  person: Person;
  /** In the middle of a sentence: it is no higher than its line. */
  inline?: boolean;
  children?: ReactNode;
}

export function PersonLink({ person, inline = false, children }: Props) {
  const { t } = useLingui();
  const { isOpen } = useContext(Cards);
  const name = fullName(person);
  const shown = children ?? <AsTyped>{name}</AsTyped>;
  const { opener, isOpen: isShown, open, card } = useCard(person, true);
  // A helper is no colleague, and a unit is nobody: there is no card to open.
  if (!isOpen || person.kind === "bot" || person.kind === "department") return shown;
  return (
    <>
      {/* A plain one: names are many, and a screen of them is to stand at once. */}
      <button
        ref={opener}
        type="button"
        aria-label={t`${name}さんの情報`}
        aria-haspopup="dialog"
        aria-expanded={isShown}
        onClick={open}
        className={`cursor-pointer rounded-6 text-left hover:underline ${inline ? "" : "font-name font-bold text-ink coarse:min-h-11"}`}
      >
        {shown}
      </button>
      {card}
    </>
  );
}

/** Where the name itself does something else: a small button beside it. The card tells and leads nowhere else. */
export function PersonInfo({ person }: { person: Person }) {
  const { t } = useLingui();
  const { isOpen } = useContext(Cards);
  const name = fullName(person);
  const { opener, open, card } = useCard(person);
  if (!isOpen) return null;
  return (
    <>
      <IconButton
        ref={opener}
        icon="info"
        label={t`${name}さんの情報`}
        aria-haspopup="dialog"
        onPress={open}
      />
      {card}
    </>
  );
}

function useCard(person: Person, acts = false) {
  const [isOpen, show] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const onClose = () => show(false);
  const open = () => {
    // Some browsers give a pressed button no focus: it has to come back to it.
    opener.current?.focus({ preventScroll: true });
    show(true);
  };
  return { opener, isOpen, open, card: isOpen && <CardOver {...{ person, acts, opener, onClose }} /> };
}

/** For lists that know people but not presence. */
export const infoOf = (person: Person): ReactNode => <PersonInfo person={person} />;

interface OverProps {
  person: Person;
  acts: boolean;
  opener: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

function CardOver({ opener, ...shown }: OverProps) {
  const isMid = useMedia(midWindow);
  const onOpenChange = (isOpen: boolean) => !isOpen && shown.onClose();
  if (!isMid) {
    return (
      <ModalOverlay
        isOpen
        isDismissable
        onOpenChange={onOpenChange}
        className="fixed inset-0 z-20 flex items-end bg-black/50"
      >
        <Modal data-moves="" className="max-h-[85dvh] w-full overflow-y-auto rounded-t-16 bg-surface">
          <CardDialog {...shown} />
        </Modal>
      </ModalOverlay>
    );
  }
  return (
    <Popover
      isOpen
      triggerRef={opener}
      onOpenChange={onOpenChange}
      placement="right top"
      className="w-88 rounded-12 border border-line bg-surface text-ink shadow-raised"
    >
      <CardDialog {...shown} />
    </Popover>
  );
}

function CardDialog({ person, acts, onClose }: Omit<OverProps, "opener">) {
  const { t } = useLingui();
  const { contact, body, acts: offered } = useContext(Cards);
  const { account_id: of } = person;
  const name = fullName(person);
  return (
    <Dialog aria-label={t`${name}さんの情報`} className="relative text-ink outline-none">
      <div className="absolute top-1.5 right-1.5">
        <IconButton icon="close" label={t`閉じる`} onPress={onClose} />
      </div>
      <Suspense fallback={<Waiting says={t`職員の情報を読み込んでいます`} />}>
        {person.tenant_name === body && person.kind !== "guest" ? (
          <PersonCard
            of={of}
            known={person}
            presence={<PresenceWords of={of} whole />}
            acts={acts && offered ? (card) => offered(card, onClose) : null}
            contact={contact}
          />
        ) : (
          <KnownCard person={person} />
        )}
      </Suspense>
    </Dialog>
  );
}
