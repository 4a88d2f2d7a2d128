/** What a fact does to held state, whenever that state was read. */
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";

import { facts, signals } from "@/app/facts";
import type { Frame, Mark, RoomId } from "@/generated/wire";
import { reread, take } from "@/platform/facts";
import { amend, Held, heldQuery, isWorthAnotherTry } from "@/platform/held";
import { Refusal, Unanswered } from "@/platform/refusals";
import { StillClock, settled } from "@/platform/rehearsal";
import { outboxKey, outboxWith } from "@/talk/messages/outbox";
import { memory } from "@/talk/messages/rehearsal";
import { screenKey } from "@/talk/rooms/rows";

const ROOM = "room/福祉";
const KEY = ["page", "福祉"];
const blank = (number: number): Frame => ({ stream: ROOM, number });

function holding(number: number): QueryClient {
  const cache = new QueryClient();
  cache.setQueryData(KEY, new Held({ lines: 1 }, { [ROOM]: number }));
  return cache;
}

const asOf = (cache: QueryClient) => cache.getQueryData<Held<unknown>>(KEY)?.as_of[ROOM];

describe("D10: a piece of held state", () => {
  test("moves with the stream, over numbers that may not be seen", () => {
    const cache = holding(41);
    take(cache, facts, blank(45), 41);
    expect(asOf(cache)).toBe(45);
  });

  test("that was read later than the fact is left alone", () => {
    const cache = holding(50);
    take(cache, facts, blank(45), 44);
    expect(asOf(cache)).toBe(50);
  });

  test("that missed a fact and is not looked at is let go", () => {
    const cache = holding(30);
    take(cache, facts, blank(45), 44);
    expect(asOf(cache)).toBeUndefined();
  });

  test("that missed a fact and is looked at is read anew", async () => {
    const cache = holding(30);
    let reads = 0;
    const read = async () => {
      reads += 1;
      return new Held({ lines: 2 }, { [ROOM]: 45 });
    };
    const stop = new QueryObserver(cache, heldQuery({ key: KEY, read })).subscribe(() => {});
    for (const number of [45, 46, 47]) take(cache, facts, blank(number), number - 1);
    await expect.poll(() => asOf(cache)).toBe(45);
    expect(reads).toBe(1);
    stop();
  });

  test("is not disturbed by a fact that this page does not know yet", () => {
    const cache = holding(41);
    const unknown = { fact: "pins.pinned", stream: ROOM, number: 42, at: "", by: null, body: {} };
    take(cache, facts, unknown as unknown as Frame, 41); // of a newer server
    expect(asOf(cache)).toBe(42);
  });

  test("is let go when its stream has to be read anew and nobody looks", () => {
    const cache = holding(41);
    reread(cache, [ROOM]);
    expect(asOf(cache)).toBeUndefined();
  });

  test("may be changed by the page's own doing without moving", () => {
    const cache = holding(41);
    amend<{ lines: number }>(cache, KEY, (state) => ({ lines: state.lines + 1 }));
    expect(cache.getQueryData(KEY)).toEqual(new Held({ lines: 2 }, { [ROOM]: 41 }));
  });
});

test("D9: counts of readers come as signals and stand in every window of the room", () => {
  const cache = holding(41);
  const marks: Mark[] = [[7, 3]];
  signals["receipts.counted"](cache, { room_id: "福祉" as RoomId, marks });
  expect(cache.getQueryData(KEY)).toEqual(new Held({ lines: 1, marks }, { [ROOM]: 41 }));
});

test("D5: only what may pass is asked again", () => {
  expect(isWorthAnotherTry(0, new Unanswered("lost"))).toBe(true);
  expect(isWorthAnotherTry(0, new Refusal(503, "not_now"))).toBe(true);
  expect(isWorthAnotherTry(0, new Refusal(404, "not_found"))).toBe(false);
  expect(isWorthAnotherTry(4, new Unanswered("lost"))).toBe(false);
});

test("C1: a room that is lost takes along what was read of it, and not what its reader wrote and could not send", async () => {
  const [cache, room] = [new QueryClient(), "福祉" as RoomId];
  const nothing = () => {};
  const post = () => Promise.reject(new Refusal(404, "not_found"));
  const means = { clock: new StillClock(), shelf: memory(), post, noticed: nothing, onOpen: () => nothing };
  const [outbox, close] = outboxWith(cache, means);
  await outbox.post(room, [{ kind: "text", text: "当番表です" }]);
  await settled();
  cache.setQueryData(screenKey, new Held({ rooms: [] }, { "person/佐藤": 1, [ROOM]: 1 }));
  cache.setQueryData(["room", room], new Held({ members: [] }, { [ROOM]: 1 }));
  const lost = { fact: "rooms.lost", at: "", by: null, body: { room_id: room } };
  take(cache, facts, { ...lost, stream: "person/佐藤", number: 2 } as Frame, 1); // of these facts, and no others
  expect(cache.getQueryData(["room", room])).toBeUndefined();
  expect(cache.getQueryData(outboxKey(room))).toMatchObject([{ state: "refused" }]);
  close();
});
