/** For tests: one room of the small town hall, with everything that was ever said there. */
import type { AccountId, Message, MessageId, Role, RoomId, RoomRow } from "@/generated/wire";

import { lastOf, mihon, readers, seat, TANAKA, unit, whole } from "./cast";

type Written = Pick<Message, "author_id" | "send_key" | "parts">;

export class TownRoom {
  readonly messages: Message[] = [];
  /** What was written, whatever became of it. */
  readonly written: Written[] = [];
  /** Ordinals of messages that left nothing. */
  readonly gone = new Set<number>();
  /** How far the clerk has read. */
  mark = 0;
  /** From which number to before which the clerk was in it. */
  readonly #spells: [from: number, until: number][] = [[0, Number.POSITIVE_INFINITY]];

  constructor(
    readonly id: RoomId,
    readonly members: Map<AccountId, Role>,
  ) {}

  entered(number: number): void {
    this.#spells.push([number, Number.POSITIVE_INFINITY]);
  }

  left(number: number): void {
    const last = this.#spells.at(-1);
    if (last) last[1] = number;
  }

  wasIn(number: number): boolean {
    return this.#spells.some(([from, until]) => from <= number && number < until);
  }

  write(written: Written): Message {
    this.written.push(written);
    const ordinal = this.messages.length + 1;
    const message_id = `${this.id}-${ordinal}` as MessageId;
    const posted_at = new Date(ordinal).toISOString();
    const message = { ...written, message_id, ordinal, on_behalf_of: null, posted_at, unit, ...whole };
    this.messages.push(message);
    return message;
  }

  edit(ordinal: number, text: string): Message | null {
    const message = this.#standing(ordinal);
    if (!message) return null;
    message.parts = [{ kind: "text", text }];
    message.edited_at = new Date(ordinal + 1).toISOString();
    return message;
  }

  withdraw(ordinal: number, leaves: "a line" | "nothing"): Message | null {
    const message = this.#standing(ordinal);
    if (!message) return null;
    // Of somebody else's the clerk may have read it: then a line stays.
    const isUnread = message.author_id !== TANAKA || this.mark < ordinal;
    if (leaves === "nothing" && isUnread) this.gone.add(ordinal);
    message.parts = [];
    message.is_withdrawn = true;
    message.withdrawn_by = message.author_id;
    return message;
  }

  /** What members are shown, in its order. */
  shown(): Message[] {
    return this.messages.filter(({ ordinal }) => !this.gone.has(ordinal));
  }

  newest(): Message | undefined {
    return this.messages.findLast(({ ordinal }) => !this.gone.has(ordinal));
  }

  /** Ordinals that are still to be read, at which there is nothing to read. */
  blanks(): number[] {
    return [...this.gone].filter((ordinal) => ordinal > this.mark).sort((one, other) => one - other);
  }

  /** As it stands now: what becomes of a message later is not on a page that was read before. */
  page({ before, after }: { before?: number; after?: number }, limit: number) {
    const shown = this.shown();
    const wanted =
      after === undefined
        ? shown.filter(({ ordinal }) => ordinal < (before ?? Number.POSITIVE_INFINITY)).slice(-limit)
        : shown.filter(({ ordinal }) => ordinal > after).slice(0, limit);
    const messages = structuredClone(wanted);
    const [first, last] = [messages.at(0)?.ordinal, messages.at(-1)?.ordinal];
    const isEnd = before === undefined && after === undefined;
    const older = first !== undefined && first > 1;
    const newer = !isEnd && last !== undefined && last < this.messages.length;
    return { messages, older, newer };
  }

  #standing(ordinal: number): Message | null {
    const message = this.messages[ordinal - 1];
    return message && !message.is_withdrawn ? message : null;
  }
}

/** Its line in the list of rooms. */
export function rowOf(room: TownRoom): RoomRow {
  const newest = room.newest();
  const blanks = room.blanks();
  return {
    ...seat,
    room_id: room.id,
    organization_id: mihon,
    name: room.id,
    readers,
    member_count: room.members.size,
    newest_ordinal: room.messages.length,
    mark: room.mark,
    unread: room.messages.length - room.mark - blanks.length,
    blanks,
    last: newest ? lastOf(newest) : null,
  };
}
