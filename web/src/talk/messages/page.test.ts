/** Where a room's window opens, and what reading on does while the room goes on. */
import { QueryClient } from "@tanstack/react-query";
import { afterEach, describe, expect, test, vi } from "vitest";

import type { Message, PageAnswer, RoomId, RoomRow } from "@/generated/wire";
import { Held } from "@/platform/held";
import { heldPage, pageKey, pageQuery, readEnd, readOn } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { screenKey, streamOf } from "@/talk/rooms/rows";

const ROOM = "福祉" as RoomId;
const KEY = pageKey(ROOM);
const PLACE = { roomId: ROOM, key: KEY };

function answer(first: number, last: number, ends: Partial<PageAnswer> = {}): PageAnswer {
  const ordinals = Array.from({ length: last - first + 1 }, (_, place) => first + place);
  const messages = ordinals.map((ordinal) => ({ ordinal }) as Message); // nothing else of them is looked at
  return {
    messages,
    people: {},
    marks: [],
    reactions: {},
    lines: [],
    threads: {},
    root: null,
    older: null,
    newer: null,
    number: 50,
    ...ends,
  };
}

function holding(page: PageAnswer): QueryClient {
  const cache = new QueryClient();
  cache.setQueryData(KEY, heldPage(ROOM, page));
  return cache;
}

function heldIn(cache: QueryClient) {
  const held = cache.getQueryData<Held<PageState>>(KEY);
  const ordinals = held?.state.messages.map((message) => message.ordinal) ?? [];
  return { from: ordinals[0], to: ordinals.at(-1), as_of: held?.as_of[streamOf(ROOM)] };
}

describe("reading on", () => {
  test("D14: an answer read before what was told meanwhile lets it be told again", async () => {
    const cache = holding(answer(1, 20, { newer: "c" }));
    await readOn(cache, { ...PLACE, side: "newer" }, async () => answer(21, 29, { number: 49 }));
    expect(heldIn(cache)).toEqual({ from: 1, to: 29, as_of: 49 });
  });

  test("D14: an answer read after what is still on its way does not skip it", async () => {
    const cache = holding(answer(10, 20, { older: "c" }));
    await readOn(cache, { ...PLACE, side: "older" }, async () => answer(1, 9, { number: 53 }));
    expect(heldIn(cache)).toEqual({ from: 1, to: 20, as_of: 50 });
  });

  test("a piece that no longer fits is not put to a window that has moved", async () => {
    const cache = holding(answer(10, 20, { older: "c" }));
    const reading = readOn(cache, { ...PLACE, side: "older" }, async () => answer(1, 9));
    await readEnd(cache, PLACE, async () => answer(71, 80, { number: 90 }));
    await reading;
    expect(heldIn(cache)).toEqual({ from: 71, to: 80, as_of: 90 });
  });
});

describe("a window opens", () => {
  afterEach(() => vi.unstubAllGlobals());

  async function askedFor(unread: number, mark: number): Promise<string> {
    const asked = vi.fn<typeof fetch>(async () => new Response(JSON.stringify(answer(1, 2))));
    vi.stubGlobal("fetch", asked);
    const cache = new QueryClient();
    const row = { room_id: ROOM, unread, mark } as RoomRow; // what the window looks at
    cache.setQueryData(screenKey, new Held({ rooms: [row] }, {}));
    await cache.fetchQuery(pageQuery(cache, ROOM));
    return String(asked.mock.calls[0]?.[0]).split("?")[1] ?? "";
  }

  test("at the end, when all that is unread fits in", async () => {
    expect(await askedFor(12, 88)).toBe("limit=50");
  });

  test("where reading stopped, when much is unread", async () => {
    expect(await askedFor(300, 100)).toBe("after=90&limit=50");
    expect(await askedFor(300, 0)).toBe("after=0&limit=50");
  });
});
