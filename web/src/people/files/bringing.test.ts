/** Files on their way: each by itself, again when the line breaks, on after a reload, and never twice (FILE-1, FILE-12). */
import { expect, test } from "vitest";

import type { FileId } from "@/generated/wire";
import { Refusal, Unanswered } from "@/platform/refusals";
import { StillClock, settled } from "@/platform/rehearsal";

import { Bringing } from "./bringing";
import type { Brought, Carrying, KeptFile } from "./brought";

const SPOT = "福祉";

function file(name: string, size = 3): File {
  return new File(["x".repeat(size)], name);
}

interface Tried {
  file: File;
  how: Carrying;
  done: (file_id: string) => void;
  fail: (error: unknown) => void;
}

function means(kept = new Map<string, KeptFile>(), tab = "一つめ") {
  const clock = new StillClock();
  const tries: Tried[] = [];
  const givenUp: string[] = [];
  let made = 0;
  const bringing = new Bringing({
    clock,
    tab,
    newKey: () => `鍵${++made}`,
    shelf: {
      all: async () => [...kept.values()],
      get: async (key) => kept.get(key),
      put: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
    },
    carry: (each, how) =>
      new Promise((resolve, reject) => {
        tries.push({ file: each, how, done: (id) => resolve(id as FileId), fail: reject });
      }),
    giveUp: async (address) => void givenUp.push(address),
  });
  return { bringing, clock, tries, givenUp, kept };
}

const standings = (list: readonly Brought[]) => list.map(({ name, standing }) => `${name} ${standing}`);

function nth(tries: Tried[], place: number): Tried {
  const found = tries[place];
  if (!found) throw new Error(`nothing was tried ${place + 1} times`);
  return found;
}

test("two go at once, the third when one of them is in", async () => {
  const { bringing, tries } = means();
  bringing.add(SPOT, [file("一.jpg"), file("二.jpg"), file("三.jpg")]);
  expect(standings(bringing.at(SPOT))).toEqual(["一.jpg going", "二.jpg going", "三.jpg waiting"]);
  nth(tries, 1).done("F2");
  await settled();
  expect(standings(bringing.at(SPOT))).toEqual(["一.jpg going", "二.jpg whole", "三.jpg going"]);
});

test("one that is paused lets another go, and goes on where it was when that is said", async () => {
  const { bringing, tries, clock } = means();
  bringing.add(SPOT, [file("一.jpg"), file("二.jpg"), file("三.jpg")]);
  const { how } = nth(tries, 0);
  how.onAddress("/api/uploads/7");
  how.onProgress(2);
  bringing.pause("鍵1");
  expect(how.signal.aborted).toBe(true);
  expect(standings(bringing.at(SPOT))).toEqual(["一.jpg paused", "二.jpg going", "三.jpg going"]);
  nth(tries, 0).fail(new Unanswered("aborted"));
  await clock.pass(60_000);
  bringing.wake();
  expect(bringing.at(SPOT)[0]).toMatchObject({ standing: "paused", sent: 2 });
  bringing.goOn("鍵1");
  nth(tries, 1).done("F2");
  await settled();
  expect(standings(bringing.at(SPOT))).toEqual(["一.jpg going", "二.jpg whole", "三.jpg going"]);
  expect(nth(tries, 3).how).toMatchObject({ key: "鍵1", address: "/api/uploads/7" });
});

test("what is in, refused or lost cannot be paused", async () => {
  const { bringing, tries } = means();
  bringing.add(SPOT, [file("一.jpg")]);
  nth(tries, 0).done("F1");
  await settled();
  bringing.pause("鍵1");
  bringing.goOn("鍵1");
  expect(standings(bringing.at(SPOT))).toEqual(["一.jpg whole"]);
});

test("a broken line is sat out, longer each time, and goes on under the same key from where it was", async () => {
  const { bringing, tries, clock } = means();
  bringing.add(SPOT, [file("現場.jpg")]);
  nth(tries, 0).how.onAddress("/api/uploads/7");
  nth(tries, 0).fail(new Unanswered("no answer"));
  await settled();
  expect(standings(bringing.at(SPOT))).toEqual(["現場.jpg stalled"]);
  await clock.pass(1_000);
  expect(tries).toHaveLength(1);
  await clock.pass(1_000);
  expect(tries.map(({ how }) => [how.key, how.address])).toEqual([
    ["鍵1", null],
    ["鍵1", "/api/uploads/7"],
  ]);
});

test("when the network is back nobody waits any longer", async () => {
  const { bringing, tries } = means();
  bringing.add(SPOT, [file("現場.jpg")]);
  nth(tries, 0).fail(new Unanswered("no answer"));
  await settled();
  bringing.wake();
  expect(tries).toHaveLength(2);
});

test("a refusal is final for its file alone, and another try is another upload", async () => {
  const { bringing, tries } = means();
  bringing.add(SPOT, [file("大きい.jpg"), file("二.jpg")]);
  nth(tries, 0).fail(new Refusal(507, "files.no_room"));
  nth(tries, 1).done("F2");
  await settled();
  expect(standings(bringing.at(SPOT))).toEqual(["大きい.jpg refused", "二.jpg whole"]);
  expect(bringing.at(SPOT)[0]?.refusal?.code).toBe("files.no_room");
  bringing.again("鍵1");
  expect(nth(tries, 2).how.key).toBe("鍵3");
});

test.each([
  ["a busy server", new Refusal(503, "not_now", { retry_after: 5 })],
  ["two who counted otherwise", new Refusal(409, "files.offset", { offset: 2 })],
])("%s passes", async (_, error) => {
  const { bringing, tries, clock } = means();
  bringing.add(SPOT, [file("現場.jpg")]);
  nth(tries, 0).fail(error);
  await clock.pass(6_000);
  expect(tries).toHaveLength(2);
});

test("what is taken back stops, and the server is told", async () => {
  const { bringing, tries, givenUp, kept } = means();
  bringing.add(SPOT, [file("一.jpg"), file("二.jpg"), file("三.jpg")]);
  nth(tries, 0).how.onAddress("/api/uploads/7");
  bringing.remove("鍵1");
  await settled();
  expect(nth(tries, 0).how.signal.aborted).toBe(true);
  expect(givenUp).toEqual(["/api/uploads/7"]);
  expect(standings(bringing.at(SPOT))).toEqual(["二.jpg going", "三.jpg going"]);
  expect([...kept.keys()]).toEqual(["鍵2", "鍵3"]);
});

test("what is taken back before it is known where it goes is given up as soon as that is known", async () => {
  const { bringing, tries, givenUp, kept } = means();
  bringing.add(SPOT, [file("一.jpg"), file("二.jpg")]);
  bringing.remove("鍵1");
  bringing.remove("鍵2");
  expect(givenUp).toEqual([]);
  nth(tries, 0).how.onAddress("/api/uploads/7");
  nth(tries, 1).fail(new Unanswered("no answer"));
  await settled();
  expect(givenUp).toEqual(["/api/uploads/7"]);
  expect(nth(tries, 0).how.signal.aborted).toBe(true);
  expect(bringing.at(SPOT)).toEqual([]);
  expect(kept.size).toBe(0);
});

test("another try leaves nothing of the first one on the server", async () => {
  const { bringing, tries, givenUp } = means();
  bringing.add(SPOT, [file("一.jpg")]);
  nth(tries, 0).how.onAddress("/api/uploads/7");
  nth(tries, 0).fail(new Refusal(409, "files.many_pieces"));
  await settled();
  bringing.again("鍵1");
  expect(givenUp).toEqual(["/api/uploads/7"]);
  expect(nth(tries, 1).how).toMatchObject({ key: "鍵2", address: null });
});

test("after a reload what was in is there, and what was not goes on once it is chosen again", async () => {
  const before = means();
  before.bringing.add(SPOT, [file("一.jpg"), file("二.jpg", 9)]);
  nth(before.tries, 0).done("F1");
  nth(before.tries, 1).how.onAddress("/api/uploads/7");
  await settled();

  const after = means(before.kept);
  await after.bringing.adopt();
  expect(standings(after.bringing.at(SPOT))).toEqual(["一.jpg whole", "二.jpg lost"]);
  after.bringing.add(SPOT, [file("二.jpg", 9)]);
  expect(standings(after.bringing.at(SPOT))).toEqual(["一.jpg whole", "二.jpg going"]);
  expect(nth(after.tries, 0).how).toMatchObject({ key: "鍵2", address: "/api/uploads/7" });
});

test("another tab has files of its own, and after a day nobody has them", async () => {
  const before = means();
  before.bringing.add(SPOT, [file("一.jpg")]);
  await settled();
  const other = means(before.kept, "二つめ");
  await other.bringing.adopt();
  expect(other.bringing.at(SPOT)).toEqual([]);
  expect(before.kept.size).toBe(1);
  await other.clock.pass(25 * 60 * 60_000);
  await other.bringing.adopt();
  await settled();
  expect(before.kept.size).toBe(0);
});

test("what is sent leaves the field, in its order, and only there", async () => {
  const { bringing, tries, kept } = means();
  bringing.add(SPOT, [file("一.jpg"), file("二.jpg")]);
  bringing.add("総務", [file("三.jpg")]);
  nth(tries, 1).done("F2");
  nth(tries, 0).done("F1");
  await settled();
  expect(bringing.hand(SPOT)).toEqual([
    { file_id: "F1", name: "一.jpg" },
    { file_id: "F2", name: "二.jpg" },
  ]);
  await settled();
  expect(bringing.at(SPOT)).toEqual([]);
  expect(standings(bringing.at("総務"))).toEqual(["三.jpg going"]);
  expect([...kept.keys()]).toEqual(["鍵3"]);
});
