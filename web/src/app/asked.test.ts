/** Whoever is called more often than their list says asks for the list anew, but only where nobody could have told it. */
import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";
import { facts } from "@/app/facts";
import type { FactName, RoomId, Screen } from "@/generated/wire";
import { Held } from "@/platform/held";
import { screenKey } from "@/talk/rooms/rows";

const room_id = "welfare" as RoomId;
const row = {
  ...{ room_id, newest_ordinal: 900, mark: 10, unread: 890, blanks: [], blanks_before: 0 },
  ...{ mentions: 105, mentioned: [500, 600], watched: [] },
};

/** Whether the list is asked for anew when this is told on a stream that it follows. */
function isAsked(fact: FactName, body: object): boolean {
  const cache = new QueryClient();
  const screen = { me: { account_id: "sato", units: [] }, people: {}, rooms: [row] };
  cache.setQueryData(screenKey, new Held(screen as unknown as Screen, { told: 7 })); // what the handlers look at
  const told = {
    stream: "told",
    number: 8,
    after: 7,
    turns: new Map(),
    by: "suzuki",
    body: { room_id, ...body },
  };
  const handle = facts[fact] as (cache: QueryClient, told: unknown) => void; // each takes its own fact
  handle(cache, { ...told, fact });
  return cache.getQueryState(screenKey)?.isInvalidated ?? false;
}

const edited = (ordinal: number) => isAsked("messages.edited", { message: { ordinal, parts: [] } });

test.each([
  ["read somewhere before what is listed", isAsked("receipts.marked", { ordinal: 100 }), true],
  ["read up to what is listed", isAsked("receipts.marked", { ordinal: 499 }), false],
  [
    "a word met late, where nobody knows who called",
    isAsked("watchwords.met", { ordinal: 400, words: ["道路"] }),
    true,
  ],
  ["a word met among what is listed", isAsked("watchwords.met", { ordinal: 899, words: ["道路"] }), false],
  ["changed, and perhaps no longer calling", edited(400), true],
  ["changed among what is listed", edited(600), false],
  ["changed after it was read", edited(9), false],
  ["taken back, and perhaps it called", isAsked("messages.withdrawn", { ordinal: 400, people: {} }), true],
])("%s", (_, asked, meant) => {
  expect(asked).toBe(meant);
});
