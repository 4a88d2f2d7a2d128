/** What the device keeps lies in a box of its own for each person. */
import "fake-indexeddb/auto";
import { expect, test } from "vitest";

import { shelfOf } from "@/platform/kept";

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
