/** Drafts survive a reload (interface.md 1.3). */
import { expect, test } from "vitest";

import type { RoomId } from "@/generated/wire";
import type { Shelf } from "@/platform/kept";
import { StillClock } from "@/platform/rehearsal";
import { type Draft, Drafts } from "@/talk/messages/drafts";

const ROOM = "福祉" as RoomId;

function shelf(): Shelf<Draft> & { kept: Map<string, Draft>; writes: number } {
  const kept = new Map<string, Draft>();
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

test("what is typed is kept a moment later, not at every key", async () => {
  const [kept, clock] = [shelf(), new StillClock()];
  const drafts = new Drafts(kept, clock);
  for (const text of ["き", "きょ", "今日は"]) drafts.write(ROOM, text);
  await clock.pass(1_000);
  expect([kept.writes, kept.kept.get(ROOM)?.text]).toEqual([1, "今日は"]);
});

test("it is there again after a reload", async () => {
  const [kept, clock] = [shelf(), new StillClock()];
  new Drafts(kept, clock).write(ROOM, "今日は");
  await clock.pass(1_000);
  const drafts = new Drafts(kept, clock);
  await drafts.load();
  expect(drafts.textOf(ROOM)).toBe("今日は");
});

test("what was typed before the shelf answered stands", async () => {
  const kept = shelf();
  kept.kept.set(ROOM, { room_id: ROOM, text: "古い" });
  const drafts = new Drafts(kept, new StillClock());
  drafts.write(ROOM, "新しい");
  await drafts.load();
  expect(drafts.textOf(ROOM)).toBe("新しい");
});

test("leaving the page keeps it at once, and an empty draft is forgotten", async () => {
  const kept = shelf();
  const drafts = new Drafts(kept, new StillClock());
  drafts.write(ROOM, "途中");
  await drafts.flush();
  expect(kept.kept.size).toBe(1);
  drafts.write(ROOM, "");
  await drafts.flush();
  expect(kept.kept.size).toBe(0);
});

test("whoever watches hears of every change", () => {
  const drafts = new Drafts(shelf(), new StillClock());
  let changes = 0;
  const stop = drafts.watch(() => {
    changes += 1;
  });
  drafts.write(ROOM, "あ");
  stop();
  drafts.write(ROOM, "い");
  expect(changes).toBe(1);
});
