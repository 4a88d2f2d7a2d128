/** A name that opens its card: beside it where there is room, from the foot of the window on phones. */
import { useLingui } from "@lingui/react/macro";
import { createContext, lazy, type ReactNode, Suspense, useContext } from "react";
import { Button, Dialog, DialogTrigger, Modal, ModalOverlay, Popover } from "react-aria-components";

import type { AccountId, PersonCard as Card, Person } from "@/generated/wire";
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

interface Offer {
  contact: string;
  /** Whether this person may open cards at all. */
  isOpen: boolean;
  /** What can be done with somebody from their card; `close` puts the card away. */
  acts: ((card: Card, close: () => void) => ReactNode) | null;
}

/** Where nobody offers cards, names are plain words. */
export const Cards = createContext<Offer>({ contact: "", isOpen: false, acts: null });

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
  // A helper is no colleague: there is no card to open.
  if (!isOpen || person.kind === "bot") return shown;
  return (
    <DialogTrigger>
      <Button
        aria-label={t`${name}さんの情報`}
        className={`cursor-pointer rounded-6 text-left hover:underline ${inline ? "" : "font-name font-bold text-ink coarse:min-h-11"}`}
      >
        {shown}
      </Button>
      <CardOver of={person.account_id} name={name} acts />
    </DialogTrigger>
  );
}

/** Where the name itself does something else: a small button beside it. The card tells and leads nowhere else. */
export function PersonInfo({ person }: { person: Person }) {
  const { t } = useLingui();
  const { isOpen } = useContext(Cards);
  const name = fullName(person);
  if (!isOpen) return null;
  return (
    <DialogTrigger>
      <IconButton icon="info" label={t`${name}さんの情報`} />
      <CardOver of={person.account_id} name={name} />
    </DialogTrigger>
  );
}

/** For lists that know people but not presence. */
export const infoOf = (person: Person): ReactNode => <PersonInfo person={person} />;

interface OverProps {
  of: AccountId;
  name: string;
  acts?: boolean;
}

function CardOver({ of, name, acts = false }: OverProps) {
  const isMid = useMedia(midWindow);
  if (!isMid) {
    return (
      <ModalOverlay isDismissable className="fixed inset-0 z-20 flex items-end bg-black/50">
        <Modal data-moves="" className="max-h-[85dvh] w-full overflow-y-auto rounded-t-16 bg-surface">
          <CardDialog of={of} name={name} acts={acts} />
        </Modal>
      </ModalOverlay>
    );
  }
  return (
    <Popover
      placement="right top"
      className="w-88 rounded-12 border border-line bg-surface text-ink shadow-raised"
    >
      <CardDialog of={of} name={name} acts={acts} />
    </Popover>
  );
}

function CardDialog({ of, name, acts }: OverProps) {
  const { t } = useLingui();
  const { contact, acts: offered } = useContext(Cards);
  return (
    <Dialog aria-label={t`${name}さんの情報`} className="relative text-ink outline-none">
      {({ close }) => (
        <>
          <div className="absolute top-1.5 right-1.5">
            <IconButton icon="close" label={t`閉じる`} onPress={close} />
          </div>
          <Suspense fallback={<Waiting says={t`職員の情報を読み込んでいます`} />}>
            <PersonCard
              of={of}
              presence={<PresenceWords of={of} whole />}
              acts={acts && offered ? (card) => offered(card, close) : null}
              contact={contact}
            />
          </Suspense>
        </>
      )}
    </Dialog>
  );
}
