/** The sheets of a room: its head, everything said day by day, and what is not among it. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Message } from "@/generated/wire";
import { type Day, dayInJapan, fromIso, iso } from "@/kit/days";
import { plainText } from "@/talk/messages/words";
import { AsTyped, FrameMeans } from "@/ui/AsTyped";
import { useDates } from "@/ui/dates";

import { LeftOut } from "./LeftOut";
import { OnSheet } from "./OnSheet";
import type { Printed } from "./paper";
import type { Period } from "./period";
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
    <article lang="ja" className="on-paper seen-whole room-sheet">
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
      <FrameMeans texts={messages.map((message) => plainText(message.parts))} />
      {messages.length > 0 && <LeftOut printed={printed} />}
    </article>
  );
}

function Head({ room, printed: { messages }, period, body, today }: Props) {
  const { t } = useLingui();
  const days = useDays(period, messages[0], today);
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
      {room.purpose && <p>{t`目的：${room.purpose}`}</p>}
      <p>{t`期間：${days}　${count}件`}</p>
    </header>
  );
}

/** From which day to which; where nobody has chosen the first, from the day of the first message. */
function useDays({ first, last }: Period, began: Message | undefined, today: Day): string {
  const { t } = useLingui();
  const { longDay } = useDates();
  const end = last ?? iso(today);
  const start = first ?? (began ? iso(dayInJapan(began.posted_at)) : end);
  const [from, to] = [longDay(fromIso(start)), longDay(fromIso(end))];
  return start === end ? to : t`${from}～${to}`;
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
