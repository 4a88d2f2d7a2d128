/** For tests: a small town hall as one clerk's page sees it. It keeps rooms, messages and numbered streams. */
import type {
  AccountId,
  Facts,
  Frame,
  Message,
  Missed,
  PageAnswer,
  Part,
  Posted,
  Role,
  RoomAnswer,
  RoomId,
  ScreenAnswer,
  SendKey,
} from "@/generated/wire";
import { Refusal } from "@/platform/refusals";

import { atHome, lastOf, meOf, personOf, readers, rules, SUZUKI, TANAKA, YAMADA } from "./cast";
import { Journal, type Stated, type Telling } from "./journal";
import { rowOf, TownRoom } from "./room";

/** Whoever lags further behind than this reads the state anew. */
const REMEMBERED = 40;
const FACTS_AT_ONCE = 7;
const onNoSide = { zones: [], speakers: [] };

export class Town {
  readonly rooms = new Map<RoomId, TownRoom>();
  readonly tellers = new Set<(frame: Frame) => void>();
  readonly me = YAMADA;

  constructor(
    names: string[],
    readonly journal = new Journal(),
  ) {
    this.#state("organization/mihon", { fact: "accounts.restored", body: { account_id: SUZUKI } });
    for (const name of names) {
      const id = name as RoomId;
      const members = new Map<AccountId, Role>([
        [YAMADA, "manager"],
        [TANAKA, "member"],
      ]);
      this.rooms.set(id, new TownRoom(id, members));
      this.#state(`room/${id}`, { fact: "rooms.opened", body: { room_id: id } });
      this.#state(`person/${YAMADA}`, { fact: "accounts.restored", body: { account_id: YAMADA } });
    }
  }

  /** The same key by the same author in the same room is the same message, whatever it says. */
  post(
    author: AccountId,
    room_id: RoomId,
    { send_key, parts }: { send_key: SendKey; parts: Part[] },
  ): Posted {
    const room = this.#room(room_id, author);
    const before = room.messages.find((each) => each.send_key === send_key && each.author_id === author);
    const message = before ?? this.#write(room, { author_id: author, send_key, parts });
    const { message_id, ordinal, posted_at } = message;
    return { message_id, send_key, ordinal, posted_at, number: this.head(`room/${room_id}`) };
  }

  join(room_id: RoomId, account_id: AccountId): void {
    const room = this.rooms.get(room_id);
    if (!room || room.members.has(account_id)) return;
    room.members.set(account_id, "member");
    if (account_id === this.me) room.entered(this.head(`room/${room_id}`) + 1);
    const body = {
      room_id,
      account_id,
      role: "member" as const,
      ...onNoSide,
      person: personOf(account_id),
      readers,
      lines: [],
    };
    this.#state(`room/${room_id}`, { fact: "rooms.joined", body });
    if (account_id !== this.me) return;
    room.mark = room.messages.length;
    const { room: row, people } = this.room(room_id);
    this.#state(`person/${this.me}`, {
      fact: "rooms.entered",
      body: { account_id, room: row, people, number: this.head(`room/${room_id}`) },
    });
  }

  leave(room_id: RoomId, account_id: AccountId): void {
    const room = this.rooms.get(room_id);
    if (!room?.members.delete(account_id)) return;
    if (account_id === this.me) room.left(this.head(`room/${room_id}`) + 1);
    this.#state(`room/${room_id}`, { fact: "rooms.left", body: { room_id, account_id, readers, lines: [] } });
    if (account_id !== this.me) return;
    this.#state(`person/${this.me}`, { fact: "rooms.lost", body: { account_id, room_id } });
  }

  read(room_id: RoomId, upTo: number): void {
    const room = this.rooms.get(room_id);
    const ordinal = Math.min(upTo, room?.messages.length ?? 0);
    if (!room || ordinal <= room.mark) return;
    room.mark = ordinal;
    const body = { account_id: this.me, room_id, ordinal };
    this.#state(`person/${this.me}`, { fact: "receipts.marked", body });
  }

  /** Somebody puts one of their messages right. */
  edit(room_id: RoomId, ordinal: number, text: string): void {
    const room = this.rooms.get(room_id);
    const message = room?.edit(ordinal, text);
    if (room && message) this.#about(room, message, "messages.edited", () => ({ room_id, message }));
  }

  /** Somebody takes one of their messages back: a line stays, or, while nobody has read it, nothing at all. */
  withdraw(room_id: RoomId, ordinal: number, leaves: "a line" | "nothing"): void {
    const room = this.rooms.get(room_id);
    const message = room?.withdraw(ordinal, leaves);
    if (!room || !message) return;
    this.#about(room, message, "messages.withdrawn", () => {
      const last = room.newest();
      const left = room.gone.has(ordinal) ? null : message;
      const people = peopleOf([message, ...(last ? [last] : [])]);
      const where = { room_id, message_id: message.message_id, ordinal, thread_id: null, thread: null };
      return { ...where, message: left, last: last ? lastOf(last) : null, people };
    });
  }

  /** Something happened that this clerk may not see. */
  whisper(stream: string): void {
    this.#keep(stream, () => null);
  }

  /** What is told of a stream after a number. */
  told(stream: string, after: number): Frame[] {
    return this.journal.after(stream, after);
  }

  head = (stream: string): number => this.journal.head(stream);

  heads(): Record<string, number> {
    const mine = this.#mine().map(({ id }) => `room/${id}`);
    return this.#heads([`person/${this.me}`, "organization/mihon", ...mine]);
  }

  /** Whether the clerk is told of a room: whoever is not in it any more is not. */
  protected mayHear(room: TownRoom): boolean {
    return room.members.has(this.me);
  }

  #mine(): TownRoom[] {
    return [...this.rooms.values()].filter((room) => this.mayHear(room));
  }

  #heads = (streams: string[]): Record<string, number> =>
    Object.fromEntries(streams.map((stream) => [stream, this.head(stream)]));

  screen(): ScreenAnswer {
    const mine = this.#mine();
    const authors = mine.flatMap((room) => room.messages.at(-1)?.author_id ?? []);
    const people = Object.fromEntries([this.me, ...authors].map((id) => [id, personOf(id)]));
    const rooms = mine.map((room) => rowOf(room));
    const empty = { folders: [], followed: [], handovers: [], ending: [], due: {} };
    return { me: meOf(this.me), rooms, ...empty, people, heads: this.heads() };
  }

  room(room_id: RoomId): RoomAnswer {
    const room = this.#room(room_id, this.me);
    const members = [...room.members].map(([account_id, role]) => ({
      account_id,
      role,
      on_behalf_of: null,
      ...onNoSide,
    }));
    const people = Object.fromEntries(members.map(({ account_id: id }) => [id, personOf(id)]));
    return {
      room: rowOf(room),
      purpose: "",
      made: null,
      label: atHome,
      rules,
      ...{ members, pins: [], favourites: [], watched: {}, people },
      heads: this.#heads([`person/${this.me}`, `room/${room_id}`]),
    };
  }

  page(room_id: RoomId, wanted: { before?: number; after?: number }, limit: number): PageAnswer {
    const { messages, older, newer } = this.#room(room_id, this.me).page(wanted, limit);
    return {
      messages,
      people: peopleOf(messages),
      ...{ marks: [], reactions: {}, lines: [], threads: {}, root: null },
      older: older ? "older" : null,
      newer: newer ? "newer" : null,
      number: this.head(`room/${room_id}`),
    };
  }

  /** Gap-fill: what may be seen, and how far that covers. */
  missed(stream: string, after: number): Missed {
    if (!(stream in this.heads())) throw new Refusal(404, "not_found");
    if (this.isTooFar(stream, after)) throw new Refusal(410, "reread");
    const told = this.told(stream, after).slice(0, FACTS_AT_ONCE);
    return { frames: told.filter((frame) => "fact" in frame), covered: after + told.length };
  }

  isTooFar = (stream: string, after: number): boolean => this.head(stream) - after > REMEMBERED;

  #room(room_id: RoomId, account: AccountId): TownRoom {
    const room = this.rooms.get(room_id);
    if (!room?.members.has(account)) throw new Refusal(404, "not_found");
    return room;
  }

  #write(room: TownRoom, written: Pick<Message, "author_id" | "send_key" | "parts">): Message {
    const message = room.write(written);
    const { author_id, ordinal } = message;
    if (author_id === this.me) room.mark = ordinal;
    const person = personOf(author_id);
    const beside = { for_whom: null, answered: null, thread: null };
    const body = { room_id: room.id, message, person, ...beside, is_read: true };
    this.#about(room, message, "messages.posted", () => (room.gone.has(ordinal) ? null : body));
    return message;
  }

  #about<Name extends "messages.posted" | "messages.edited" | "messages.withdrawn">(
    room: TownRoom,
    { author_id: by }: Message,
    fact: Name,
    body: () => Facts[Name] | null,
  ): void {
    this.#keep(`room/${room.id}`, () => {
      const said = body();
      return said && ({ fact, body: structuredClone(said), by } as Stated); // name and body fit
    });
  }

  #state(stream: string, stated: Omit<Stated, "by">): void {
    this.#keep(stream, () => ({ ...stated, by: null }));
  }

  #keep(stream: string, telling: Telling): void {
    // Rooms that the clerk is not in go on without being told of.
    const room = this.rooms.get(stream.slice("room/".length) as RoomId);
    const isHidden = room !== undefined && !this.mayHear(room);
    const frame = this.journal.keep(stream, isHidden ? () => null : telling);
    for (const tell of this.tellers) tell(frame);
  }
}

function peopleOf(messages: { author_id: AccountId }[]) {
  return Object.fromEntries(messages.map(({ author_id: id }) => [id, personOf(id)]));
}
