/** The sheets of a room: its head, everything said day by day, and what is not among it. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Message } from "@/generated/wire";
import { type Day, dayInJapan, fromIso, iso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { plainText } from "@/talk/messages/words";
import { AsTyped, FrameMeans } from "@/ui/AsTyped";
import { useDates } from "@/ui/dates";

import { LeftOut } from "./LeftOut";
import { OnSheet } from "./OnSheet";
import type { Printed } from "./paper";
import { type Period, spanOf } from "./period";
import type { OnPaper } from "./RoomPaper";

import "./room.css";

interface Props {
  room: OnPaper;
  printed: Printed;
  period: Period;
  /** Whose paper it is. */
  body: string;
  today: Day;
}

export function RoomSheet({ room, printed, period, body, today }: Props) {
  const { messages } = printed;
  const { longDay } = useDates();
  return (
    <article lang="ja" className="on-paper seen-whole a4 room-sheet">
      <Head {...{ room, printed, period, body, today }} />
      {messages.length === 0 && (
        <p className="py-[6mm]">
          <Trans>この期間には、印刷するメッセージがありません。</Trans>
        </p>
      )}
      {byDay(messages).map(([day, said]) => (
        <section key={day}>
          <h3 className="room-day">{longDay(fromIso(day))}</h3>
          {said.map((message) => (
            <OnSheet key={message.message_id} {...{ message, printed, body }} />
          ))}
        </section>
      ))}
      <FrameMeans texts={wordsOn(room, printed)} />
      {messages.length > 0 && <LeftOut printed={printed} />}
    </article>
  );
}

function Head({ room, printed: { messages }, period, body, today }: Props) {
  const { t } = useLingui();
  const { longDay } = useDates();
  const [from, to] = spanOf(period, messages[0]?.posted_at, today).map(longDay);
  const days = from === to ? to : t`${from}～${to}`;
  const count = messages.length.toLocaleString("ja-JP");
  return (
    <header>
      <p className="room-body">
        {body}
        {room.label !== null && <b>{t`【機密性${room.label}】`}</b>}
      </p>
      <h2 className="room-title">
        <AsTyped>{room.name}</AsTyped>
      </h2>
      {room.purpose && (
        <p>
          <AsTyped>{t`目的：${room.purpose}`}</AsTyped>
        </p>
      )}
      <p>{t`期間：${days}　${count}件`}</p>
    </header>
  );
}

/** All that people have typed. */
function wordsOn({ name, purpose }: OnPaper, { messages, people, parents }: Printed): string[] {
  const quotes = [...messages.map((message) => message.quote), ...Object.values(parents)];
  return [
    name,
    purpose,
    ...Object.values(people).map(fullName),
    ...quotes.map((quote) => quote?.text ?? ""),
    ...messages.map((message) => plainText(message.parts)),
  ];
}

/** In the order of their time, each day with what was said on it. */
function byDay(messages: Message[]): [string, Message[]][] {
  const days = new Map<string, Message[]>();
  for (const message of messages) {
    const day = iso(dayInJapan(message.posted_at));
    const said = days.get(day);
    if (said) said.push(message);
    else days.set(day, [message]);
  }
  return [...days];
}
