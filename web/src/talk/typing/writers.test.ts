/** Who is writing: believed for some seconds after it was last heard. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { AccountId, RoomId } from "@/generated/wire";
import { heard, over, writersIn } from "@/talk/typing/writers";

const room = "福祉" as RoomId;
const suzuki = "鈴木" as AccountId;
const tanaka = "田中" as AccountId;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
});

test("MSG-21: it ends by itself, unless it is heard again", () => {
  heard(room, suzuki);
  vi.advanceTimersByTime(4_000);
  heard(room, suzuki);
  heard(room, tanaka);
  vi.advanceTimersByTime(4_000);
  expect(writersIn(room)).toEqual([suzuki, tanaka]);
  expect(writersIn("道路" as RoomId)).toEqual([]);
  vi.advanceTimersByTime(3_000);
  expect(writersIn(room)).toEqual([]);
});

test("MSG-21: what was sent is no longer being written", () => {
  heard(room, suzuki);
  over(room, suzuki);
  over(room, tanaka);
  expect(writersIn(room)).toEqual([]);
});
