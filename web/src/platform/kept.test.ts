/** What the device keeps lies in a box of its own for each person. */
import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";

import { shelfOf, slipsOf } from "@/platform/kept";

test("what is put on a shelf is found again, and only there", async () => {
  const drafts = shelfOf<{ text: string }>("山田", "drafts");
  const outbox = shelfOf<{ text: string }>("山田", "outbox");
  await drafts.put("b", { text: "二" });
  await drafts.put("a", { text: "一" });
  expect(await drafts.all()).toEqual([{ text: "一" }, { text: "二" }]);
  expect(await drafts.get("a")).toEqual({ text: "一" });
  expect(await outbox.all()).toEqual([]);
  await drafts.remove("a");
  expect(await drafts.get("a")).toBeUndefined();
});

test("another person at the same PC finds an empty box", async () => {
  await shelfOf("山田", "drafts").put("room", { text: "内緒" });
  expect(await shelfOf("田中", "drafts").all()).toEqual([]);
});

test("a slip is written at once, for one person, and without storage nothing fails", () => {
  const [kept, mine, theirs] = [
    new Map<string, string>(),
    slipsOf("山田", "drafts"),
    slipsOf("田中", "drafts"),
  ];
  mine.put("room", { text: "内緒" });
  expect(mine.all()).toEqual([]);

  vi.stubGlobal("localStorage", storage(kept));
  mine.put("room", { text: "内緒" });
  expect([mine.all(), theirs.all()]).toEqual([[{ text: "内緒" }], []]);
  mine.remove("room");
  expect(mine.all()).toEqual([]);
  vi.unstubAllGlobals();
});

/** As a browser's: its keys are its own properties. */
function storage(kept: Map<string, string>) {
  const acts: Record<string, unknown> = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return new Proxy(acts, {
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
  });
}
