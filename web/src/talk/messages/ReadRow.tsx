/** One line of a room that is only read: as in the room itself, without anything that one could do with it. */
import type { Me, Message, People } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import type { Faces } from "@/people/accounts/faces";
import { OthersBubble, OwnBubble } from "./Bubble";
import { forWhomOf } from "./forWhom";
import { Gone } from "./Gone";
import { BeginningLine, DayLine, NewLine } from "./Lines";
import { QuotedLine } from "./QuoteLine";
import type { Row } from "./rows";

export interface Sight {
  room: { purpose: string };
  me: Me;
  people: People;
  faces: Faces;
}

export function ReadRow({ row, sight }: { row: Row; sight: Sight }) {
  switch (row.kind) {
    case "beginning":
      return <BeginningLine purpose={sight.room.purpose} isEmpty={false} />;
    case "day":
      return <DayLine at={row.at} />;
    case "unread":
      return <NewLine />;
    case "message":
      return <Said message={row.message} begins={row.begins} sight={sight} />;
    default:
      // Nothing is on its way here, and neither quiet lines nor threads are shown.
      return <span />;
  }
}

function Said({ message, begins, sight }: { message: Message; begins: boolean; sight: Sight }) {
  const { me, people, faces } = sight;
  const { author_id: author, withdrawn_by: by, quote } = message;
  const person = people[author];
  const isMine = author === me.account_id;
  if (message.is_withdrawn) {
    return <Gone message={message} isMine={isMine} person={person} by={by ? people[by] : undefined} />;
  }
  const quoted = quote && (
    <QuotedLine quote={quote} person={quote.author_id ? people[quote.author_id] : undefined} />
  );
  const stands = {
    message,
    begins,
    marked: false,
    tools: null,
    quote: quoted,
    forWhom: forWhomOf(message, people),
  };
  if (!isMine) {
    return (
      <OthersBubble {...stands} person={person} letters={faces.get(author) ?? ""} home={me.tenant.name} />
    );
  }
  const time = (
    <p className="figures pt-0.5 text-small text-soft">
      <time dateTime={message.posted_at}>{bubbleTime(message.posted_at)}</time>
    </p>
  );
  return <OwnBubble {...stands} foot={time} />;
}
