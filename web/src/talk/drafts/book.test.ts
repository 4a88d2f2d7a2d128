/** Drafts survive a reload (interface.md 1.3) and follow their writer to the next device without getting in the way (MSG-15). */
import { expect, test } from "vitest";

import type { Aside, Draft, DraftWish, RoomId } from "@/generated/wire";
import type { Shelf } from "@/platform/kept";
import { Refusal, Unanswered } from "@/platform/refusals";
import { StillClock } from "@/platform/rehearsal";

import { Drafts } from "./book";
import type { Kept, Place } from "./entry";

const slips = { all: () => [], put: () => {}, remove: () => {} };
const ROOM = { room_id: "福祉" as RoomId, thread_id: null };

function shelf(): Shelf<Kept> & { kept: Map<string, Kept>; writes: number } {
  const kept = new Map<string, Kept>();
  return {
    kept,
    writes: 0,
    all: async () => [...kept.values()],
    get: async (key) => kept.get(key),
    async put(key, value) {
      this.writes += 1;
      kept.set(key, value);
    },
    remove: async (key) => void kept.delete(key),
  };
}

function met(draft: Draft | null, { version, seen, text, takes }: DraftWish): Draft | null {
  const isKnown = seen === (draft?.version ?? null);
  if (!isKnown && text === "") return draft;
  const before = draft?.text && (!isKnown || takes) ? [{ version: draft.version, text: draft.text }] : [];
  const aside = [...before, ...asideOf(draft, takes)];
  return text || aside.length > 0 ? { ...ROOM, version, text, aside, saved_at: "" } : null;
}

function asideOf(draft: Draft | null, takes: string | null | undefined): Aside[] {
  return (draft?.aside ?? []).filter(({ version }) => version !== takes);
}

/** The server, as far as drafts of one room go; the rule itself is tested there. */
function server() {
  let draft: Draft | null = null;
  const devices: Drafts[] = [];
  return {
    wishes: [] as DraftWish[],
    trouble: null as Error | null,
    tell() {
      for (const device of devices) device.told(draft ? [draft] : []);
    },
    async save(_: Place, wish: DraftWish): Promise<Draft | null> {
      this.wishes.push(wish);
      if (this.trouble) throw this.trouble;
      draft = met(draft, wish);
      this.tell();
      return draft;
    },
    join: (device: Drafts) => void devices.push(device),
  };
}

let made = 0;

async function device(there = server(), kept = shelf(), clock = new StillClock()) {
  const newVersion = () => `v${++made}`;
  const drafts = new Drafts({
    clock,
    shelf: kept,
    slips,
    newVersion,
    save: (place, wish) => there.save(place, wish),
  });
  there.join(drafts);
  await drafts.load();
  drafts.told([]);
  drafts.open();
  return { drafts, kept, clock, there };
}

/** Two devices of one person at one server. */
async function two() {
  const desk = await device();
  const phone = await device(desk.there, shelf(), desk.clock);
  return { desk: desk.drafts, phone: phone.drafts, there: desk.there, clock: desk.clock };
}

test("what is typed is kept a moment later, not at every key", async () => {
  const { drafts, kept, clock } = await device();
  for (const text of ["き", "きょ", "今日は"]) drafts.write(ROOM, text);
  await clock.pass(1_000);
  expect([kept.writes, kept.kept.get("福祉")?.text]).toEqual([1, "今日は"]);
});

test("it is there again after a reload, and what was typed before the shelf answered stands", async () => {
  const { drafts, kept, clock, there } = await device();
  drafts.write(ROOM, "今日は");
  await clock.pass(1_000);
  expect((await device(there, kept, clock)).drafts.textOf(ROOM)).toBe("今日は");
  const early = new Drafts({ clock, shelf: kept, slips, newVersion: () => "v", save: async () => null });
  early.write(ROOM, "新しい");
  await early.load();
  expect(early.textOf(ROOM)).toBe("新しい");
});

test("what an older page has kept is taken to the server too", async () => {
  const kept = shelf();
  kept.kept.set("福祉", { room_id: ROOM.room_id, text: "前から" });
  const { there, clock } = await device(server(), kept);
  await clock.pass(0);
  expect(there.wishes).toMatchObject([{ text: "前から", seen: null }]);
});

test("leaving the page keeps and saves it at once, and a cleared draft is forgotten", async () => {
  const { drafts, kept, there } = await device();
  drafts.write(ROOM, "途中");
  there.trouble = new Unanswered("no line");
  await drafts.flush();
  expect(kept.kept.get("福祉")?.text).toBe("途中");
  there.trouble = null;
  await drafts.flush();
  expect(there.wishes.at(-1)?.text).toBe("途中");
  drafts.write(ROOM, "");
  await drafts.flush();
  expect([kept.kept.size, drafts.rooms().size]).toEqual([0, 0]);
});

test("ZONE-9: what the server has does not lie on a machine that others use, and is there all the same", async () => {
  const { drafts, kept, there, clock } = await device();
  drafts.write(ROOM, "住所は");
  await clock.pass(400);
  expect(kept.kept.size).toBe(1);
  await clock.pass(5_000);
  expect(kept.kept.size).toBe(0);
  const next = await device(there, kept, clock);
  there.join(next.drafts);
  there.tell();
  expect([next.drafts.textOf(ROOM), kept.kept.size]).toEqual(["住所は", 0]);
});

test("it is saved once when typing stops, and is on the other device then", async () => {
  const { desk, phone, there, clock } = await two();
  for (const text of ["会", "会議", "会議は延期です"]) desk.write(ROOM, text);
  await clock.pass(2_000);
  expect(there.wishes.map(({ text }) => text)).toEqual(["会議は延期です"]);
  expect([phone.textOf(ROOM), [...phone.rooms()]]).toEqual(["会議は延期です", ["福祉"]]);
  desk.write(ROOM, "");
  await clock.pass(10);
  expect([phone.textOf(ROOM), phone.rooms().size]).toEqual(["", 0]);
});

test("what is being typed is not disturbed; both texts are kept, and the one set aside can be taken", async () => {
  const { desk, phone, clock } = await two();
  desk.write(ROOM, "会議は延期です");
  await clock.pass(1_000);
  phone.write(ROOM, "会議は15時です");
  await clock.pass(1_000);
  expect(phone.textOf(ROOM)).toBe("会議は15時です");
  await clock.pass(6_000);
  expect([desk.textOf(ROOM), phone.textOf(ROOM)]).toEqual(["会議は15時です", "会議は15時です"]);
  const [aside] = desk.asideOf(ROOM);
  expect(aside?.text).toBe("会議は延期です");
  if (aside) desk.take(ROOM, aside);
  await clock.pass(10_000);
  expect([phone.textOf(ROOM), phone.asideOf(ROOM).map(({ text }) => text)]).toEqual([
    "会議は延期です",
    ["会議は15時です"],
  ]);
});

test("an open conversion is neither saved by halves nor replaced", async () => {
  const { desk, phone, there, clock } = await two();
  phone.write(ROOM, "会議は");
  await clock.pass(5_000);
  phone.composing(ROOM, true);
  desk.write(ROOM, "会議は延期です");
  await clock.pass(20_000);
  expect(phone.textOf(ROOM)).toBe("会議は");
  phone.write(ROOM, "会議はえんき");
  await clock.pass(5_000);
  expect(there.wishes.length).toBe(2);
  phone.composing(ROOM, false);
  phone.write(ROOM, "会議は縁起");
  await clock.pass(5_000);
  expect([desk.textOf(ROOM), desk.asideOf(ROOM).length]).toEqual(["会議は縁起", 1]);
});

test("offline it waits here and is saved later; a refusal is not repeated until it is written on", async () => {
  const { drafts, there, clock } = await device();
  there.trouble = new Unanswered("no line");
  drafts.write(ROOM, "途中");
  await clock.pass(60_000);
  const tried = there.wishes.length;
  expect(tried).toBeGreaterThan(1);
  there.trouble = new Refusal(409, "drafts.too_many");
  drafts.open();
  await clock.pass(60_000);
  expect(there.wishes.length).toBe(tried + 1);
  there.trouble = null;
  drafts.write(ROOM, "途中です");
  await clock.pass(60_000);
  expect(there.wishes.at(-1)).toMatchObject({ text: "途中です" });
});

test("what another device wrote on while this one sent stays, and comes here", async () => {
  const { desk, phone, there, clock } = await two();
  desk.write(ROOM, "会議は延期です");
  await clock.pass(5_000);
  there.tell = () => {};
  phone.write(ROOM, "会議は延期です。新しい日は");
  await clock.pass(2_000);
  desk.write(ROOM, "");
  await clock.pass(10_000);
  expect(desk.textOf(ROOM)).toBe("");
  desk.told([{ ...ROOM, version: "v-last", text: "会議は延期です。新しい日は", aside: [], saved_at: "" }]);
  expect(desk.textOf(ROOM)).toBe("会議は延期です。新しい日は");
});

test("as long as nobody knows what the server holds, what was saved stays where it was written", async () => {
  const [kept, clock, there] = [shelf(), new StillClock(), server()];
  kept.kept.set("福祉", { room_id: ROOM.room_id, thread_id: null, text: "途中", seen: null, unsaved: true });
  const save = (place: Place, wish: DraftWish) => there.save(place, wish);
  const drafts = new Drafts({ clock, shelf: kept, slips, newVersion: () => "v", save });
  drafts.open();
  await drafts.load();
  await clock.pass(60_000);
  expect([there.wishes.length, drafts.textOf(ROOM)]).toEqual([1, "途中"]);
});

test("of a room that was left nothing stays", async () => {
  const { drafts, kept, clock } = await device();
  drafts.write(ROOM, "途中");
  await clock.pass(5_000);
  drafts.onlyIn(new Set());
  expect([drafts.textOf(ROOM), kept.kept.size, drafts.rooms().size]).toEqual(["", 0, 0]);
});

test("whoever watches hears of every change, until they stop", async () => {
  const { drafts } = await device();
  let changes = 0;
  const stop = drafts.watch(() => {
    changes += 1;
  });
  drafts.write(ROOM, "あ");
  stop();
  drafts.write(ROOM, "い");
  expect(changes).toBe(1);
});
