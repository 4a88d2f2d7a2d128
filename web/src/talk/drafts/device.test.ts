/** A page that goes away loses no letter, however quickly it goes (interface.md 1.3). */
import { expect, test } from "vitest";

import type { RoomId } from "@/generated/wire";
import { Unanswered } from "@/platform/refusals";
import { StillClock } from "@/platform/rehearsal";

import { Drafts } from "./book";
import type { Kept } from "./entry";

const ROOM = { room_id: "福祉" as RoomId, thread_id: null };
const never = new Promise<void>(() => {});

/** A device without a line, whose shelf may be too slow. */
function device() {
  const [shelf, slips] = [new Map<string, Kept>(), new Map<string, Kept>()];
  const clock = new StillClock();
  const now = { isTooSlow: false };
  const put = async (key: string, value: Kept) => void shelf.set(key, value);
  const saved: string[] = [];
  let isReached = false;
  const open = async (tab = "") => {
    const drafts = new Drafts({
      clock,
      tab,
      shelf: {
        all: async () => [...shelf.values()],
        get: async (key) => shelf.get(key),
        put: (key, value) => (now.isTooSlow ? never : put(key, value)),
        remove: async (key) => void shelf.delete(key),
      },
      slips: {
        all: () => [...slips.values()],
        put: (key, value) => void slips.set(key, value),
        remove: (key) => void slips.delete(key),
      },
      newVersion: () => "v",
      save: async (_, { text, version }) => {
        if (!isReached) throw new Unanswered("no line");
        saved.push(text);
        return { room_id: ROOM.room_id, thread_id: null, text, version, aside: [] } as never; // as it stands then
      },
    });
    await drafts.load();
    return drafts;
  };
  const reach = () => {
    isReached = true;
  };
  return { open, clock, now, shelf, slips, saved, reach };
}

test("what was typed a moment before the page went is there, and not what lay on the shelf before", async () => {
  const { open, clock, now, shelf, slips } = device();
  const drafts = await open();
  drafts.write(ROOM, "今日");
  await clock.pass(400);
  drafts.write(ROOM, "今日は");
  now.isTooSlow = true;
  void drafts.flush();
  expect(shelf.get("福祉")?.text).toBe("今日");

  now.isTooSlow = false;
  const next = await open();
  expect(next.textOf(ROOM)).toBe("今日は");
  await next.flush();
  expect([shelf.get("福祉")?.text, slips.size]).toEqual(["今日は", 0]);
});

test("what was sent a moment before the page went does not stand in the field again", async () => {
  const { open, clock, now } = device();
  const drafts = await open();
  drafts.write(ROOM, "今日は");
  await clock.pass(400);
  drafts.write(ROOM, "");
  now.isTooSlow = true;
  void drafts.flush();
  expect((await open()).textOf(ROOM)).toBe("");
});

test("a slip goes only when the shelf has what stands on it", async () => {
  const { open, clock, slips } = device();
  const drafts = await open();
  drafts.write(ROOM, "今日");
  const landing = drafts.flush();
  drafts.write(ROOM, "今日は");
  await landing;
  expect(slips.size).toBe(1);
  await clock.pass(400);
  expect(slips.size).toBe(0);
});

test("MSG-15: of two tabs without a line none writes over what the other has written", async () => {
  const { open, clock, shelf, saved, reach } = device();
  const [one, other] = [await open("one"), await open("other")];
  one.write(ROOM, "今日の会議");
  await clock.pass(400);
  other.write(ROOM, "別のこと");
  await clock.pass(400);
  expect(shelf.size).toBe(2);

  const next = await open("next");
  expect(next.textOf(ROOM)).toBe("別のこと");
  reach();
  next.open();
  await clock.pass(5_000);
  expect(saved).toEqual(expect.arrayContaining(["今日の会議", "別のこと"]));
  expect([...shelf.keys()]).toEqual([]);
});

test("MSG-15: a tab that has saved its words leaves those of another where they are", async () => {
  const { open, clock, shelf, reach } = device();
  const [one, other] = [await open("one"), await open("other")];
  one.write(ROOM, "今日の会議");
  other.write(ROOM, "別のこと");
  await clock.pass(400);
  reach();
  other.open();
  await clock.pass(5_000);
  expect([...shelf.values()].map(({ text }) => text)).toEqual(["今日の会議"]);
});
