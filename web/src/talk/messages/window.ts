/** A window on a room's messages: how it grows at either end, and what a new message does to it. Pure. */
import type {
  Line,
  Mark,
  Message,
  MessageId,
  PageAnswer,
  People,
  Person,
  Quote,
  Reactions,
  Thread,
  Threads,
} from "@/generated/wire";
import { quoteOf } from "@/talk/messages/words";

export interface PageState {
  /** Ascending by ordinal, without holes. */
  messages: Message[];
  people: People;
  marks: Mark[];
  reactions: Reactions;
  /** What stands quietly below these messages, in its order. */
  lines: Line[];
  /** What stands under which message. */
  threads: Threads;
  /** In a thread: the message under which all of these stand, and what it says, where it may be read. */
  under: MessageId | null;
  root: Message | null;
  hasOlder: boolean;
  /** False: the window reaches the end, and what arrives belongs to it. */
  hasNewer: boolean;
}

export type Side = "older" | "newer";

/** More is not held: whoever scrolls back for a day does not fill the machine. */
const MOST = 2_000;

export function windowOf(page: PageAnswer, under: MessageId | null = null): PageState {
  const { number: _, older, newer, ...state } = page;
  return { ...state, under, hasOlder: older !== null, hasNewer: newer !== null };
}

/** The ordinal at which the window ends on that side. */
export function edgeOf(state: PageState, side: Side): number | null {
  return state.messages.at(side === "older" ? 0 : -1)?.ordinal ?? null;
}

/** Put what was read beyond an edge to it. */
export function extended(state: PageState, side: Side, page: PageAnswer): PageState {
  const more = windowOf(page);
  const people = { ...state.people, ...more.people };
  const reactions = { ...state.reactions, ...more.reactions };
  const { marks } = more;
  const [above, below] = side === "newer" ? [state, more] : [more, state];
  const lines = inTheirOrder([...above.lines, ...below.lines]);
  const threads = { ...state.threads, ...more.threads };
  const rest = { people, marks, reactions, lines, threads, under: state.under, root: state.root };
  if (side === "newer") {
    const messages = joined(state.messages, more.messages);
    return { ...rest, messages, hasOlder: state.hasOlder, hasNewer: more.hasNewer };
  }
  const messages = joined(more.messages, state.messages);
  const kept = messages.slice(0, MOST);
  if (kept.length === messages.length) {
    return { ...rest, messages, hasOlder: more.hasOlder, hasNewer: state.hasNewer };
  }
  const last = kept.at(-1)?.ordinal ?? 0;
  const among = lines.filter((line) => line.after_ordinal <= last);
  return { ...rest, messages: kept, lines: among, hasOlder: more.hasOlder, hasNewer: true };
}

/** Something quiet came about after the newest message. A window that does not reach the end meets it by reading on. */
export function noted(state: PageState, lines: Line[]): PageState {
  if (state.hasNewer || state.under || lines.length === 0) return state;
  return { ...state, lines: inTheirOrder([...state.lines, ...lines]) };
}

/** Each line once, for pages meet at their edges and a fact may be told twice. Below one message they stand as they came. */
function inTheirOrder(lines: Line[]): Line[] {
  const each = [...new Map(lines.map((line) => [line.line_id, line])).values()];
  return each.sort((one, other) => one.after_ordinal - other.after_ordinal);
}

/** A message was posted. A window that does not reach the end meets it later, by reading on. */
export function appended(state: PageState, message: Message, ...people: Person[]): PageState {
  if (state.hasNewer || (state.under && message.thread_id !== state.under)) return state;
  const messages = joined(state.messages, [knowing(message, state.messages)]);
  if (messages === state.messages) return state;
  const named = Object.fromEntries(people.map((person) => [person.account_id, person]));
  return { ...state, messages, people: { ...state.people, ...named } };
}

/** Something has come or gone under a message; what still stands there, none for nothing. */
export function counted(state: PageState, id: MessageId | null, thread: Thread | null): PageState {
  const isHeld = id && (state.under === id || state.messages.some((each) => each.message_id === id));
  if (!isHeld) return state;
  const { [id]: _, ...others } = state.threads;
  return { ...state, threads: thread ? { ...others, [id]: thread } : others };
}

/** A message reads otherwise now, or stands here no longer. A window that does not hold it learns nothing from that. */
export function changed(state: PageState, id: MessageId, message: Message | null, people: People): PageState {
  const held = changedAmong(state, id, message, people);
  if (state.root?.message_id !== id) return held;
  return { ...held, root: message ?? gone(state.root), people: { ...held.people, ...people } };
}

function changedAmong(state: PageState, id: MessageId, message: Message | null, people: People): PageState {
  const at = state.messages.findIndex((each) => each.message_id === id);
  const isAnswered = state.messages.some(({ quote }) => quote?.message_id === id);
  if (at < 0 && !isAnswered) return state;
  const held = at < 0 || message ? state.messages : state.messages.toSpliced(at, 1);
  const messages = held.map((each) => {
    if (message && each.message_id === id) return knowing(message, state.messages);
    return each.quote?.message_id === id ? { ...each, quote: quoteAfter(each.quote, message) } : each;
  });
  const { [id]: signs, ...others } = state.reactions;
  // What has no words any more has no signs either (MSG-8).
  const reactions = signs && (!message || message.is_withdrawn) ? others : state.reactions;
  return { ...state, messages, reactions, people: { ...state.people, ...people } };
}

/** Whoever looks at its thread just then is told that it is there no longer. */
function gone(root: Message): Message {
  return { ...root, parts: [], quote: null, is_withdrawn: true, withdrawn_by: root.author_id };
}

/** The line in which an answer shows it: none for what has left no trace. What was hidden there stays so. */
function quoteAfter(quote: Quote, message: Message | null): Quote | null {
  if (!message) return null;
  return quote.author_id ? quoteOf(message) : quote;
}

/** An answer is told to all alike: with nothing of an older message, where somebody came after it. Who holds it has it. */
function knowing(message: Message, held: Message[]): Message {
  const { quote } = message;
  if (!quote || quote.author_id) return message;
  const before = held.find((each) => each.message_id === message.message_id)?.quote;
  return { ...message, quote: quoteNow(before ?? quote, held) };
}

/** What is answered as it stands in the window now; outside of it, as it was. */
export function quoteNow(quote: Quote, held: Message[]): Quote {
  const message = held.find((each) => each.message_id === quote.message_id);
  return message ? quoteOf(message) : quote;
}

/** The later messages that are not among the earlier; the earlier themselves when there are none. */
function joined(earlier: Message[], later: Message[]): Message[] {
  const last = earlier.at(-1)?.ordinal ?? 0;
  const fresh = later.filter((message) => message.ordinal > last);
  return fresh.length > 0 ? [...earlier, ...fresh] : earlier;
}
