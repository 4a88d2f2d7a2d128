// What a room's log shows, line by line: days, the line before what is unread, messages in runs, and what is still on its way.
import type { AccountId, Message } from "@/generated/wire";
import { dayInJapan, iso } from "@/kit/days";

import type { Waiting } from "./outbox";

/** `begins`: first of a run by one author within five minutes; `next`: the one after it in the run. */
export type Row =
  | { kind: "beginning"; key: string }
  | { kind: "day"; key: string; at: string }
  | { kind: "unread"; key: string }
  | { kind: "message"; key: string; message: Message; begins: boolean; next: Message | null }
  | { kind: "waiting"; key: string; waiting: Waiting };

export interface Contents {
  messages: Message[];
  waiting: Waiting[];
  hasOlder: boolean;
  /** Everything after this ordinal was unread when the room was opened; null when nothing was. */
  readTo: number | null;
  me: AccountId;
}

const aRun = 5 * 60_000;

export function rowsOf({ messages, waiting, hasOlder, readTo, me }: Contents): Row[] {
  const rows: Row[] = hasOlder ? [] : [{ kind: "beginning", key: "beginning" }];
  let before: Message | undefined;
  for (const [place, message] of messages.entries()) {
    const newDay = !before || dayOf(before.posted_at) !== dayOf(message.posted_at);
    if (newDay) rows.push({ kind: "day", key: `day ${dayOf(message.posted_at)}`, at: message.posted_at });
    const newsBegin = opensNews(message, before, readTo, me);
    if (newsBegin) rows.push({ kind: "unread", key: "unread" });
    const begins = newDay || newsBegin || !sameRun(before, message);
    rows.push({
      kind: "message",
      key: keyOf(message.author_id, message.send_key),
      message,
      begins,
      next: nextInRun(messages, place),
    });
    before = message;
  }
  const arrived = new Set(messages.map((message) => keyOf(message.author_id, message.send_key)));
  for (const each of waiting) {
    if (!arrived.has(keyOf(me, each.send_key)))
      rows.push({ kind: "waiting", key: keyOf(me, each.send_key), waiting: each });
  }
  return rows;
}

/** Where the log opens: at the message asked for, else at the first unread one, else at the end. */
export function placeOf(
  rows: Row[],
  asked: string | null,
): { index: number; align: "start" | "center" | "end" } {
  const named = rows.findIndex((row) => row.kind === "message" && row.message.message_id === asked);
  if (named >= 0) return { index: named, align: "center" };
  const unread = rows.findIndex((row) => row.kind === "unread");
  if (unread >= 0) return { index: unread, align: "start" };
  return { index: rows.length - 1, align: "end" };
}

function opensNews(
  message: Message,
  before: Message | undefined,
  readTo: number | null,
  me: AccountId,
): boolean {
  if (readTo === null || message.ordinal <= readTo || message.author_id === me) return false;
  return before === undefined || before.ordinal <= readTo;
}

function sameRun(before: Message | undefined, message: Message): boolean {
  if (!before || before.author_id !== message.author_id) return false;
  return Date.parse(message.posted_at) - Date.parse(before.posted_at) < aRun;
}

function nextInRun(messages: Message[], place: number): Message | null {
  const message = messages[place];
  const next = messages[place + 1];
  if (!message || !next || !sameRun(message, next)) return null;
  return dayOf(message.posted_at) === dayOf(next.posted_at) ? next : null;
}

function dayOf(at: string): string {
  return iso(dayInJapan(at));
}

/** The same before and after the server has it, so that a sent message keeps its place on the screen. */
function keyOf(author: AccountId, sendKey: string): string {
  return `${author} ${sendKey}`;
}
