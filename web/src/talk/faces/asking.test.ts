/** However many faces come into sight, they are one question; one that has changed is asked for again, and no other. */
import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";

import type { AccountId } from "@/generated/wire";
import { pictures } from "@/ui/pictures";

import { begin } from "./asking";
import { faceFacts } from "./facts";

const asked: { account_ids: string[]; room_ids: string[] }[] = [];

/** A server that knows a face of everybody but 無. */
function server() {
  asked.length = 0;
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const wanted: (typeof asked)[number] = JSON.parse(body);
    asked.push(wanted);
    const known = [...wanted.account_ids, ...wanted.room_ids].filter((id) => id !== "無");
    const faces = Object.fromEntries(known.map((id) => [id, `/f/${id}/${asked.length}`]));
    return Response.json({ faces, seconds: 3600 });
  });
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function shown(id: string, isPerson: boolean) {
  pictures.shown.set(id, isPerson);
  pictures.onShown();
}

test("faces are asked for together, once, and anew only when they are told of", async () => {
  vi.useFakeTimers();
  server();
  shown("佐藤", true);
  begin("私" as AccountId);
  shown("無", true);
  shown("防災係", false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([{ account_ids: ["佐藤", "無"], room_ids: ["防災係"] }]);
  expect(pictures.places.get("防災係")).toBe("/f/防災係/1");
  expect(pictures.places.has("無")).toBe(false);

  const changed = faceFacts["faces.changed"];
  const told = { body: { account_id: "佐藤" } } as unknown as Parameters<typeof changed>[1]; // what it looks at
  changed(new QueryClient(), told);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked.slice(1)).toEqual([{ account_ids: ["佐藤"], room_ids: [] }]);
  expect(pictures.places.get("佐藤")).toBe("/f/佐藤/2");

  // Somebody else at the same page is shown nothing that was not asked for on their behalf.
  begin("別の人" as AccountId);
  expect(pictures.places.size).toBe(0);
});
