/** When a message is gone without a trace, the list is read anew only where nobody could have told this page what it shows now. */
import { QueryClient } from "@tanstack/react-query";
import { expect, test } from "vitest";

import type { AccountId, Facts, MessageId, RoomId, Screen } from "@/generated/wire";
import { Held } from "@/platform/held";
import { messageFacts } from "@/talk/messages/facts";
import { screenKey } from "@/talk/rooms/rows";

const me = "sato" as AccountId;
const room_id = "welfare" as RoomId;
const gone = "gone" as MessageId;

const nothing = { blanks: [], blanks_before: 0, mentions: 0, mentioned: [], watched: [] };

interface Before {
  mark: number;
  last: string;
}

/** Whether the list is asked for anew, after this was told of the fifth message of a room that stood so. */
function isReread(before: Before, told: { by: string; last: Facts["messages.withdrawn"]["last"] }): boolean {
  const cache = new QueryClient();
  const row = { room_id, newest_ordinal: 5, unread: 0, ...nothing };
  const screen = {
    me: { account_id: me },
    rooms: [{ ...row, mark: before.mark, last: { message_id: before.last } }],
  };
  cache.setQueryData(screenKey, new Held(screen as unknown as Screen, { "room/welfare": 7 })); // what the handler looks at
  messageFacts["messages.withdrawn"](cache, {
    ...{ stream: "room/welfare", number: 8, after: 7, turns: new Map(), at: "2026-11-26T00:00:00Z" },
    ...{ fact: "messages.withdrawn", by: told.by as AccountId },
    body: {
      ...{ room_id, message_id: gone, ordinal: 5, message: null, last: told.last },
      ...{ people: {}, thread_id: null, thread: null },
    },
  });
  return cache.getQueryState(screenKey)?.isInvalidated ?? false;
}

const last = { message_id: "above" as MessageId } as Facts["messages.withdrawn"]["last"]; // any will do

test("MSG-6: what one has taken back oneself costs no reading of the list", () => {
  expect(isReread({ mark: 5, last: gone }, { by: me, last })).toBe(false);
});

test("MSG-6 MSG-9: unless this page had never heard of it, and so not that one had read up to it", () => {
  expect(isReread({ mark: 3, last: "above" }, { by: me, last })).toBe(true);
  expect(isReread({ mark: 3, last: gone }, { by: "suzuki", last })).toBe(false);
});

test("MSG-6 D17: what stands above is asked for where it is not told to all, and only where the list shows it", () => {
  expect(isReread({ mark: 5, last: gone }, { by: "suzuki", last: null })).toBe(true);
  expect(isReread({ mark: 5, last: "newer" }, { by: "suzuki", last: null })).toBe(false);
});
