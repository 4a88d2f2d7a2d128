/** One message on paper: when, by whom and from where, what it answers, its words, and what others set under it. */
import { useLingui } from "@lingui/react/macro";

import type { Message, Person, Quote } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { fullName } from "@/kit/names";
import { forWhomOf } from "@/talk/messages/forWhom";
import { useQuoteWords } from "@/talk/messages/QuoteLine";
import { plainText } from "@/talk/messages/words";
import { useWords } from "@/talk/reactions/SignOf";
import { AsTyped } from "@/ui/AsTyped";

import type { Printed } from "./paper";

/** From so many lines on a message may go on over the page: whole, it would leave half of one empty. */
const LONG = 10;
/** Letters in one line of the sheet. */
const LINE = 42;

interface Props {
  message: Message;
  printed: Printed;
  /** Whose paper it is: people of others are said with their body. */
  body: string;
}

export function OnSheet({ message, printed, body }: Props) {
  const { t } = useLingui();
  const text = plainText(message.parts);
  const person = printed.people[message.author_id];
  const name = useNameOf(message, printed.people);
  const parent = message.quote ?? (message.thread_id ? printed.parents[message.thread_id] : undefined);
  return (
    <div className={`room-said ${linesOf(text) < LONG ? "room-whole" : ""}`}>
      <time dateTime={message.posted_at} className="figures">
        {bubbleTime(message.posted_at)}
      </time>
      <div>
        <p className="room-who">
          <b>
            <AsTyped>{name}</AsTyped>
          </b>
          {person && <Belongs {...{ person, body }} then={message.unit} />}
          {message.edited_at && <span>{t`〔編集済み〕`}</span>}
        </p>
        {parent && <Answers quote={parent} people={printed.people} />}
        <p className="room-words">
          <AsTyped>{text}</AsTyped>
        </p>
        <Signs message={message} printed={printed} />
      </div>
    </div>
  );
}

/** Of a unit its name comes first, and whoever has written for it in brackets. */
function useNameOf(message: Message, people: Printed["people"]): string {
  const { t } = useLingui();
  const person = people[message.author_id];
  const unit = forWhomOf(message, people);
  const written = person ? fullName(person) : t`（名前を読み込めません）`;
  return unit ? t`${fullName(unit)}（代理：${written}）` : written;
}

/** Where they served when it was written, whatever they are today. */
function Belongs({ person, body, then }: { person: Person; body: string; then: string }) {
  const { t } = useLingui();
  return (
    <span>
      {person.tenant_name !== body && t`［${person.tenant_name}］`}
      {then || person.department}
      {person.tail && t`　職員番号 末尾 ${person.tail}`}
    </span>
  );
}

function Answers({ quote, people }: { quote: Quote; people: Printed["people"] }) {
  const { t } = useLingui();
  const words = useQuoteWords(quote, quote.author_id ? people[quote.author_id] : undefined);
  return (
    <p className="room-answers">
      <AsTyped>{t`返信先：${words}`}</AsTyped>
    </p>
  );
}

function Signs({ message, printed }: Omit<Props, "body">) {
  const words = useWords();
  const { t } = useLingui();
  const signs = printed.reactions[message.message_id] ?? [];
  if (signs.length === 0) return null;
  const said = signs.map(({ kind, count }) => t`${words[kind]} ${count}`).join("　");
  return <p className="room-signs">{t`〔${said}〕`}</p>;
}

function linesOf(text: string): number {
  return text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE)), 0);
}
