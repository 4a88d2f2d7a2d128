/** A name in a message, as a chip: it opens the card of the person, and stands out where it means whoever reads. */
import { Trans, useLingui } from "@lingui/react/macro";
import { createContext, useContext } from "react";

import type { Me, MentionPart, Message, People, Room } from "@/generated/wire";
import { PersonLink } from "@/people/presence/PersonLink";
import { AsTyped } from "@/ui/AsTyped";
import { Icon } from "@/ui/Icon";

import { means } from "./calls";

interface Reader {
  me: Me | null;
  people: People;
  /** The messages in which words are said that they watch for. */
  watched: Room["watched"];
}

/** Who reads, and the people whose cards can be opened. Where nobody says so, names are plain words. */
export const Reading = createContext<Reader>({ me: null, people: {}, watched: {} });

export function NamedPart({ part }: { part: MentionPart }) {
  const { me, people } = useContext(Reading);
  const person = part.of === "account" && part.id ? people[part.id] : undefined;
  const isMine = me !== null && means(part, me);
  const chip = (
    // The colour is the second sign: a name that means the reader is bold and stands in a frame.
    <span
      className={`select-text rounded-4 px-1 font-name ${isMine ? "border border-warn-line bg-warn-soft font-bold text-warn" : "bg-accent-soft text-accent-firm"}`}
    >
      ＠<AsTyped>{part.words}</AsTyped>
    </span>
  );
  return person ? (
    <PersonLink person={person} inline>
      {chip}
    </PersonLink>
  ) : (
    chip
  );
}

/** Above the words of a message that calls whoever reads, by name or by a word: so that they see why. */
export function CallsMe({ message }: { message: Message }) {
  return (
    <>
      <NamesMe message={message} />
      <SaysMyWord message={message} />
    </>
  );
}

function NamesMe({ message }: { message: Message }) {
  const { me } = useContext(Reading);
  const isCalled =
    me !== null &&
    message.author_id !== me.account_id &&
    message.parts.some((part) => part.kind === "mention" && means(part, me));
  if (!isCalled) return null;
  return (
    <p className="flex items-center gap-1 font-bold text-small text-warn">
      <Icon name="at" size={16} />
      <Trans>自分あて</Trans>
    </p>
  );
}

function SaysMyWord({ message }: { message: Message }) {
  const { t } = useLingui();
  const words = useContext(Reading).watched[message.message_id];
  if (!words) return null;
  return (
    <p className="flex items-start gap-1 font-bold text-small text-warn">
      <span className="pt-0.5">
        <Icon name="eye" size={16} />
      </span>
      {/* Words of people go through `t`: a component would take a < in them for one of its own elements. */}
      <span className="wrap-anywhere">{t`見張りの言葉：${words.join("、")}`}</span>
    </p>
  );
}
