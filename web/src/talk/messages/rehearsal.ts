/** For tests: an outbox with a shelf in memory, a server that answers as told, and a screen that is looked at. */
import type { Part, Posted, RoomId, SendKey } from "@/generated/wire";
import type { Shelf } from "@/platform/kept";
import { Refusal } from "@/platform/refusals";
import { StillClock } from "@/platform/rehearsal";
import { Outbox } from "@/talk/messages/sending";
import type { Kept, Waiting, Window } from "@/talk/messages/waiting";
import { plainText } from "@/talk/messages/words";

export const ROOM = "福祉" as RoomId;
export const ROADS = "道路" as RoomId;
export const words = (text: string) => [{ kind: "text" as const, text }];
export const textOf = (message: { parts: Part[] }) => plainText(message.parts);

export type Answer = (message: Kept) => Promise<Posted>;
type Memory = Shelf<Kept> & { kept: Map<string, Kept> };

export function memory(): Memory {
  const kept = new Map<string, Kept>();
  return {
    kept,
    all: async () => [...kept.values()],
    get: async (key) => kept.get(key),
    put: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
  };
}

/** A page with an outbox; several may share one shelf, as tabs do and as a page does with the one after a reload. */
export function pageOn(shelf: Shelf<Kept>, clock = new StillClock()) {
  const tried: Kept[] = [];
  const screen = new Map<RoomId, Waiting[]>();
  const noticed: number[] = [];
  let made = 0;
  let ordinal = 0;
  const accept: Answer = async ({ send_key }) => {
    ordinal += 1;
    return {
      message_id: `m${ordinal}` as Posted["message_id"],
      send_key,
      ordinal,
      number: ordinal,
      posted_at: "",
    };
  };
  const server = { answer: accept, accept, windows: [] as Window[] };
  const outbox = new Outbox({
    clock,
    shelf,
    newKey: () => `${clock.now()}-${String(++made).padStart(3, "0")}` as SendKey,
    post: (message) => {
      tried.push(message);
      return server.answer(message);
    },
    windows: () => server.windows,
    accepted: (_, { number }) => void noticed.push(number),
    show: (room, waiting) => void screen.set(room, waiting),
  });
  const states = (room = ROOM) => screen.get(room)?.map(({ state }) => state) ?? [];
  return { outbox, tried, server, clock, states, noticed, waiting: (room = ROOM) => screen.get(room) ?? [] };
}

export const never: Answer = () => new Promise(() => {});
export const says =
  (status: number, details = {}): Answer =>
  () =>
    Promise.reject(new Refusal(status, "no", details));
