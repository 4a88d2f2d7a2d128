/** For tests: a small town hall as one clerk's page sees it. It keeps rooms, messages and numbered streams. */
import type {
  AccountId,
  FactFrame,
  Frame,
  Message,
  MessageId,
  Missed,
  PageAnswer,
  Part,
  Posted,
  Role,
  RoomAnswer,
  RoomId,
  RoomRow,
  ScreenAnswer,
  SendKey,
} from "@/generated/wire";
import { Refusal } from "@/platform/refusals";

import { lastOf, meOf, mihon, personOf, readers, rules, SUZUKI, TANAKA, unit, whole, YAMADA } from "./cast";

interface TownRoom {
  id: RoomId;
  members: Map<AccountId, Role>;
  messages: Message[];
  mark: number;
}

type Stated = Pick<FactFrame, "fact" | "body">;

/** Whoever lags further behind than this reads the state anew. */
const REMEMBERED = 40;
const FACTS_AT_ONCE = 7;

export class Town {
  readonly rooms = new Map<RoomId, TownRoom>();
  readonly journals = new Map<string, Frame[]>();
  readonly tellers = new Set<(frame: Frame) => void>();
  readonly me = YAMADA;

  constructor(names: string[]) {
    this.#state("organization/mihon", { fact: "accounts.restored", body: { account_id: SUZUKI } });
    for (const name of names) {
      const id = name as RoomId;
      const members = new Map<AccountId, Role>([
        [YAMADA, "manager"],
        [TANAKA, "member"],
      ]);
      this.rooms.set(id, { id, members, messages: [], mark: 0 });
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
    const body = {
      room_id,
      account_id,
      role: "member" as const,
      person: personOf(account_id),
      readers,
      lines: [],
    };
    this.#state(`room/${room_id}`, { fact: "rooms.joined", body });
    if (account_id !== this.me) return;
    room.mark = room.messages.length;
    const { room: row, people, number } = this.room(room_id);
    this.#state(`person/${this.me}`, {
      fact: "rooms.entered",
      body: { account_id, room: row, people, number },
    });
  }

  leave(room_id: RoomId, account_id: AccountId): void {
    const room = this.rooms.get(room_id);
    if (!room?.members.delete(account_id)) return;
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

  /** Something happened that this clerk may not see. */
  whisper(stream: string): void {
    this.#tell({ stream, number: this.head(stream) + 1 });
  }

  head(stream: string): number {
    return this.journals.get(stream)?.length ?? 0;
  }

  heads(): Record<string, number> {
    const mine = [...this.rooms.values()]
      .filter((room) => room.members.has(this.me))
      .map(({ id }) => `room/${id}`);
    const streams = [`person/${this.me}`, "organization/mihon", ...mine];
    return Object.fromEntries(streams.map((stream) => [stream, this.head(stream)]));
  }

  screen(): ScreenAnswer {
    const mine = [...this.rooms.values()].filter((room) => room.members.has(this.me));
    const authors = mine.flatMap((room) => room.messages.at(-1)?.author_id ?? []);
    const people = Object.fromEntries([this.me, ...authors].map((id) => [id, personOf(id)]));
    return { me: meOf(this.me), rooms: mine.map((room) => this.#row(room)), people, heads: this.heads() };
  }

  room(room_id: RoomId): RoomAnswer {
    const room = this.#room(room_id, this.me);
    const members = [...room.members].map(([account_id, role]) => ({ account_id, role }));
    const people = Object.fromEntries(members.map(({ account_id: id }) => [id, personOf(id)]));
    return {
      room: this.#row(room),
      purpose: "",
      rules,
      ...{ members, pins: [], people },
      number: this.head(`room/${room_id}`),
    };
  }

  page(room_id: RoomId, { before, after }: { before?: number; after?: number }, limit: number): PageAnswer {
    const { messages: all } = this.#room(room_id, this.me);
    const end = before === undefined ? all.length : before - 1;
    const messages =
      after === undefined ? all.slice(Math.max(0, end - limit), end) : all.slice(after, after + limit);
    const first = messages.at(0)?.ordinal ?? after ?? 1;
    const last = messages.at(-1)?.ordinal ?? end;
    return {
      messages,
      people: Object.fromEntries(messages.map(({ author_id: id }) => [id, personOf(id)])),
      ...{ marks: [], reactions: {}, lines: [] },
      older: first > 1 ? "older" : null,
      newer: last < all.length ? "newer" : null,
      number: this.head(`room/${room_id}`),
    };
  }

  /** Gap-fill: what may be seen, and how far that covers. */
  missed(stream: string, after: number): Missed {
    if (!(stream in this.heads())) throw new Refusal(404, "not_found");
    const journal = this.journals.get(stream) ?? [];
    if (this.isTooFar(stream, after)) throw new Refusal(410, "reread");
    const told = journal.slice(after, after + FACTS_AT_ONCE);
    return { frames: told.filter((frame) => "fact" in frame), covered: after + told.length };
  }

  isTooFar = (stream: string, after: number): boolean => this.head(stream) - after > REMEMBERED;

  #room(room_id: RoomId, account: AccountId): TownRoom {
    const room = this.rooms.get(room_id);
    if (!room?.members.has(account)) throw new Refusal(404, "not_found");
    return room;
  }

  #write(room: TownRoom, written: Pick<Message, "author_id" | "send_key" | "parts">): Message {
    const ordinal = room.messages.length + 1;
    const message_id = `${room.id}-${ordinal}` as MessageId;
    const posted_at = new Date(ordinal).toISOString();
    const message: Message = {
      ...written,
      message_id,
      ordinal,
      on_behalf_of: null,
      posted_at,
      unit,
      ...whole,
    };
    room.messages.push(message);
    if (written.author_id === this.me) room.mark = ordinal;
    const person = personOf(written.author_id);
    this.#state(`room/${room.id}`, {
      fact: "messages.posted",
      body: { room_id: room.id, message, person, answered: null },
    });
    return message;
  }

  #row(room: TownRoom): RoomRow {
    const newest = room.messages.at(-1);
    const seat = {
      role: "member",
      may_post: true,
      may_arrange_members: false,
      may_set: false,
      may_leave: true,
      may_pin: false,
    } as const;
    return {
      room_id: room.id,
      organization_id: mihon,
      name: room.id,
      kind: "group",
      other: null,
      readers,
      label: null,
      member_count: room.members.size,
      newest_ordinal: room.messages.length,
      mark: room.mark,
      unread: room.messages.length - room.mark,
      blanks: [],
      ...{ mentions: 0, mentioned: [], notify: "all" },
      last: newest ? lastOf(newest) : null,
      ...seat,
      is_archived: false,
      opened_at: "2026-04-01T00:00:00Z",
    };
  }

  #state(stream: string, stated: Stated): void {
    const number = this.head(stream) + 1;
    // Rooms that the clerk is not in go on without being told of.
    const room = this.rooms.get(stream.slice("room/".length) as RoomId);
    const isHidden = room !== undefined && !room.members.has(this.me);
    const told = { ...stated, stream, number, at: "2026-11-20T05:05:00Z", by: null } as FactFrame; // name and body fit
    this.#tell(isHidden ? { stream, number } : told);
  }

  #tell(frame: Frame): void {
    this.journals.set(frame.stream, [...(this.journals.get(frame.stream) ?? []), frame]);
    for (const tell of this.tellers) tell(frame);
  }
}
