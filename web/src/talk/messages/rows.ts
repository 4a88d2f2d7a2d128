/** What a room's log shows, line by line: days, the line before what is unread, messages in runs, and what is still on its way. */
import type { AccountId, Line, Message } from "@/generated/wire";
import { dayInJapan, iso } from "@/kit/days";

import type { Waiting } from "./outbox";

/** `answers`: one after the other in one thread, which do not stand in the room's own log. `begins`: first of a run by one author within five minutes; `next`: the one after it in the run. */
export type Row =
  | { kind: "beginning"; key: string }
  | { kind: "day"; key: string; at: string }
  | { kind: "unread"; key: string }
  | { kind: "quiet"; key: string; line: Line }
  | { kind: "root"; key: string }
  | { kind: "answers"; key: string; answers: Message[] }
  | { kind: "message"; key: string; message: Message; begins: boolean; next: Message | null }
  | { kind: "waiting"; key: string; waiting: Waiting };

export interface Contents {
  messages: Message[];
  /** What stands quietly between them. */
  lines: Line[];
  waiting: Waiting[];
  hasOlder: boolean;
  /** Everything after this ordinal was unread when the room was opened; null when nothing was. */
  readTo: number | null;
  me: AccountId;
  /** This is a thread: the message under which it stands comes first, and answers are messages like any other. */
  inThread?: boolean;
}

/** A row to open at, and where in sight it stands then. */
export interface Place {
  key: string;
  align: "start" | "center";
}

const aRun = 5 * 60_000;

export function rowsOf(contents: Contents): Row[] {
  const { messages, lines, waiting, hasOlder, me, inThread = false } = contents;
  const first = inThread ? "root" : "beginning";
  const quiet = placed(messages, lines);
  const days = daysInTurn();
  const arrived = new Set(messages.map((message) => keyOf(message.author_id, message.send_key)));
  const onTheirWay = waiting
    .map((each): Row => ({ kind: "waiting", key: keyOf(me, each.send_key), waiting: each }))
    .filter((row) => !arrived.has(row.key));
  const said = gathered(messages.flatMap((_, place) => linesOf(contents, place, { quiet, days })));
  return [
    ...(hasOlder ? settled(said) : [{ kind: first, key: first } as const, ...said]),
    ...quietAt(messages.length, { quiet, days }),
    ...onTheirWay,
  ];
}

/** Where the log opens: at the message asked for, else at the first unread one; null is its end. */
export function placeOf(rows: Row[], asked: string | null): Place | null {
  const named = rows.find((row) => messagesIn(row).some(({ message_id }) => message_id === asked));
  if (named) return { key: named.key, align: "center" };
  const unread = rows.find((row) => row.kind === "unread");
  return unread ? { key: unread.key, align: "start" } : null;
}

/** The messages for which a row stands. */
export function messagesIn(row: Row): Message[] {
  if (row.kind === "answers") return row.answers;
  return row.kind === "message" ? [row.message] : [];
}

/**
 * How the oldest one begins is decided by what comes before it. Until that is read it is not shown: then nothing that
 * is shown changes its shape. Where it is all there is to see, or unread begins with it, it stands there all the same.
 */
function settled(rows: Row[]): Row[] {
  const oldest = rows.findIndex((row) => messagesIn(row).length > 0);
  const hidden = rows.slice(0, oldest + 1);
  const shown = rows.slice(oldest + 1);
  const isNeeded = hidden.some((row) => row.kind === "unread") || shown.length === 0;
  return isNeeded ? rows : shown;
}

/** Answers in one thread with nothing between them make one line. */
function gathered(rows: Row[]): Row[] {
  const found: Row[] = [];
  for (const row of rows) {
    const last = found.at(-1);
    const goesOn = row.kind === "answers" && last?.kind === "answers" && threadOf(row) === threadOf(last);
    if (goesOn) found[found.length - 1] = { ...last, answers: [...last.answers, ...row.answers] };
    else found.push(row);
  }
  return found;
}

function threadOf({ answers }: Extract<Row, { kind: "answers" }>) {
  return answers[0]?.thread_id;
}

interface Between {
  /** The quiet lines before each message, by its place; behind the last message stand the rest. */
  quiet: ReadonlyMap<number, Line[]>;
  days: (at: string) => Row[];
}

/** A message with the lines that stand before it. */
function linesOf(contents: Contents, place: number, between: Between): Row[] {
  const { messages, readTo, me, inThread = false } = contents;
  const message = messages[place];
  if (!message) return [];
  const before = messages[place - 1];
  const lines = [...quietAt(place, between), ...between.days(message.posted_at)];
  if (isFirstUnread(message, before, readTo) && message.author_id !== me) {
    lines.push({ kind: "unread", key: "unread" });
  }
  const key = keyOf(message.author_id, message.send_key);
  if (!message.in_room && !inThread) return [...lines, { kind: "answers", key, answers: [message] }];
  const begins = lines.length > 0 || !before || !isOneRun(before, message);
  const after = messages[place + 1];
  const next = after && isOneRun(message, after) && !between.quiet.has(place + 1) ? after : null;
  return [...lines, { kind: "message", key, message, begins, next }];
}

function quietAt(place: number, { quiet, days }: Between): Row[] {
  return (quiet.get(place) ?? []).flatMap((line) => [
    ...days(line.at),
    { kind: "quiet", key: line.line_id, line } as const,
  ]);
}

/** Both are in order: each line stands before the first message that came after it. */
function placed(messages: Message[], lines: Line[]): ReadonlyMap<number, Line[]> {
  const found = new Map<number, Line[]>();
  let place = 0;
  for (const line of lines) {
    while ((messages[place]?.ordinal ?? Number.POSITIVE_INFINITY) <= line.after_ordinal) place += 1;
    found.set(place, [...(found.get(place) ?? []), line]);
  }
  return found;
}

/** A line wherever another day begins. */
function daysInTurn(): (at: string) => Row[] {
  let shown: string | null = null;
  return (at) => {
    const day = iso(dayInJapan(at));
    if (day === shown) return [];
    shown = day;
    return [{ kind: "day", key: `day ${day}`, at }];
  };
}

function isFirstUnread(message: Message, before: Message | undefined, readTo: number | null): boolean {
  if (readTo === null || message.ordinal <= readTo) return false;
  return before === undefined || before.ordinal <= readTo;
}

function isOneRun(one: Message, next: Message): boolean {
  const apart = Date.parse(next.posted_at) - Date.parse(one.posted_at);
  if (one.is_withdrawn || next.is_withdrawn || one.in_room !== next.in_room) return false;
  const isOneName = one.on_behalf_of === next.on_behalf_of && one.unit === next.unit;
  const isOneAuthor = one.author_id === next.author_id && isOneName;
  return isOneAuthor && apart < aRun && dayOf(one) === dayOf(next);
}

function dayOf(message: Message): string {
  return iso(dayInJapan(message.posted_at));
}

/** The same before and after the server has it, so that a sent message keeps its place on the screen. */
function keyOf(author: AccountId, sendKey: string): string {
  return `${author} ${sendKey}`;
}
