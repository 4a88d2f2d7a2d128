/** Words that were taken back, or of a room that one is in no longer, go from the lists of what one keeps as well. */
import { QueryClient, QueryObserver } from "@tanstack/react-query";
import { expect, test } from "vitest";

import { facts } from "@/app/facts";
import type { Frame, RoomId } from "@/generated/wire";
import { take } from "@/platform/facts";
import { laterKey } from "@/talk/later/later";
import { keptKey } from "@/talk/shelf/kept";
import { paperKey } from "@/talk/timeline/paper/paper";

const kept = [
  { message_id: "当番", room_id: "福祉" },
  { message_id: "工事", room_id: "土木" },
];
const open = [...laterKey, false];

function holding(): QueryClient {
  const cache = new QueryClient();
  cache.setQueryData(open, { pages: [{ kept }] });
  cache.setQueryData(keptKey, { pages: [{ messages: kept }] });
  return cache;
}

/** As the server tells it, as far as these lists go. */
function told(fact: string, body: object): Frame {
  return { fact, stream: "person/佐藤", number: 7, at: "", by: null, body } as unknown as Frame;
}

test.each([
  ["messages.withdrawn", { room_id: "福祉", message_id: "当番", message: null, last: null, people: {} }],
  ["messages.edited", { room_id: "福祉", message: { message_id: "当番", parts: [] } }],
  ["rooms.lost", { account_id: "佐藤", room_id: "福祉" }],
])("D18: at %s no list of one's own shows its words any longer", (fact, body) => {
  const cache = holding();
  take(cache, facts, told(fact, body), 6);
  expect([open, keptKey].map((key) => cache.getQueryData(key))).toEqual([undefined, undefined]);
});

test("a list that is looked at is read anew, and one without it stays as it is", async () => {
  const cache = holding();
  const others = { pages: [{ kept: kept.slice(1) }] };
  const asked = { queryKey: open, queryFn: async () => others, staleTime: Number.POSITIVE_INFINITY };
  const stop = new QueryObserver(cache, asked).subscribe(() => {});
  take(cache, facts, told("rooms.lost", { account_id: "佐藤", room_id: "福祉" }), 6);
  await expect.poll(() => cache.getQueryData(open)).toEqual(others);
  take(cache, facts, told("rooms.lost", { account_id: "佐藤", room_id: "福祉" }), 7);
  expect(cache.getQueryData(open)).toEqual(others);
  stop();
});

test.each([
  [
    "messages.withdrawn",
    { room_id: "福祉", message_id: "当番", message: null, last: null, people: {} },
    true,
  ],
  ["messages.edited", { room_id: "福祉", message: { message_id: "ほかの期間の", parts: [] } }, true],
  ["rooms.changed", { room_id: "福祉", printing: false, lines: [] }, true],
  ["rooms.changed", { room_id: "福祉", printing: true, lines: [] }, false],
  [
    "messages.withdrawn",
    { room_id: "土木", message_id: "工事", message: null, last: null, people: {} },
    false,
  ],
])("RECORD-7: at %s of %o what lies there to be printed is gone: %s", (fact, body, isGone) => {
  const cache = holding();
  const lying = [...paperKey("福祉" as RoomId), { first: null, last: null }]; // as the address says it
  cache.setQueryData(lying, { pages: [{ messages: kept }] });
  take(cache, facts, told(fact, body), 6);
  expect(cache.getQueryData(lying) === undefined).toBe(isGone);
});
