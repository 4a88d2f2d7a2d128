/** Messages with a time: asked once, kept true by facts; and what can be done with them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Part, Quote, RoomId, Scheduled, ScheduledAnswer, SendKey } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { api } from "@/platform/api";
import { Held, heldQuery } from "@/platform/held";
import type { Under } from "@/talk/messages/waiting";
import { screenIn } from "@/talk/rooms/rows";

export interface Waiting {
  scheduled: Scheduled[];
}

export const scheduledKey = ["scheduled"];

/** The answer does not say whose it is: that is who asks. */
export function heldScheduled({ scheduled, number }: ScheduledAnswer, me: string): Held<Waiting> {
  return new Held<Waiting>({ scheduled }, { [`person/${me}`]: number });
}

/** All that wait, the next one first. */
export function useScheduled(): Scheduled[] {
  const cache = useQueryClient();
  const me = screenIn(cache)?.me.account_id ?? "";
  const { data } = useQuery(
    heldQuery<Waiting>({
      key: scheduledKey,
      read: async (signal) => heldScheduled(await api.get("/api/scheduled", { signal }), me),
    }),
  );
  return data?.scheduled ?? none;
}

const none: Scheduled[] = [];

export interface Later {
  parts: Part[];
  due_at: string;
  quote: Quote | null;
  under: Under | null;
}

/** The key stays the same until it is taken, so that a press that nobody answered for makes no second one. */
export function useSchedule(room_id: RoomId) {
  return useMutation({
    mutationFn: async ({ parts, due_at, quote, under }: Later) => {
      const send_key = keyFor(room_id, JSON.stringify(parts), due_at);
      const where = { quote: quote?.message_id ?? null, thread: under?.thread ?? null };
      const body = { send_key, parts, due_at, ...where, in_room: under?.in_room ?? true };
      return api.post("/api/rooms/{room_id}/scheduled", { path: { room_id }, body });
    },
  });
}

let last = { of: "", key: "" as SendKey };

function keyFor(...what: string[]): SendKey {
  const of = what.join("\n");
  if (last.of !== of) last = { of, key: ulid() as SendKey };
  return last.key;
}

export interface Change {
  text: string | null;
  due_at: string;
}

export function useScheduledActs({ scheduled_id }: Scheduled) {
  const path = { scheduled_id };
  return {
    change: useMutation({
      mutationFn: ({ text, due_at }: Change) => {
        const parts = text === null ? null : [{ kind: "text" as const, text }];
        return api.put("/api/scheduled/{scheduled_id}", { path, body: { parts, due_at } });
      },
    }),
    sendNow: useMutation({ mutationFn: () => api.post("/api/scheduled/{scheduled_id}/sending", { path }) }),
    giveUp: useMutation({ mutationFn: () => api.delete("/api/scheduled/{scheduled_id}", { path }) }),
  };
}

export function withScheduled({ scheduled }: Waiting, id: string, changed: Scheduled | null): Waiting {
  const others = scheduled.filter((each) => each.scheduled_id !== id);
  const all = changed ? [...others, changed] : others;
  return { scheduled: all.toSorted((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1)) };
}

function orderOf({ due_at, scheduled_id }: Scheduled): string {
  return `${new Date(due_at).toISOString()} ${scheduled_id}`;
}
