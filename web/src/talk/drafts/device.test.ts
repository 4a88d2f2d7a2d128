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
  const open = async () => {
    const drafts = new Drafts({
      clock,
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
      save: () => Promise.reject(new Unanswered("no line")),
    });
    await drafts.load();
    return drafts;
  };
  return { open, clock, now, shelf, slips };
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
