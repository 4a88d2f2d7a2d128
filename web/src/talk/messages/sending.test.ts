/** The outbox: what is written is sent once, in order, and never forgotten, whatever happens in between. */
import { describe, expect, test } from "vitest";

import type { AccountId } from "@/generated/wire";
import { Unanswered } from "@/platform/refusals";
import { settled } from "@/platform/rehearsal";
import { memory, never, pageOn, ROADS, ROOM, says, textOf, words } from "./rehearsal";
import { delayOf } from "./waiting";

describe("D1: the send key is made once and kept before the first attempt", () => {
  test("the message lies on the shelf when the first attempt begins", async () => {
    const shelf = memory();
    const { outbox, tried, server } = pageOn(shelf);
    let onShelf = 0;
    server.answer = (message) => {
      onShelf = shelf.kept.size;
      return server.accept(message);
    };
    await outbox.post(ROOM, words("会議は15時です"));
    await settled();
    expect([onShelf, tried.length]).toEqual([1, 1]);
  });

  test("a reload in the middle sends it again under the same key", async () => {
    const shelf = memory();
    const before = pageOn(shelf);
    before.server.answer = never;
    await before.outbox.post(ROOM, words("一"));
    await before.outbox.post(ROOM, words("二"));
    const after = pageOn(shelf);
    await after.outbox.adopt();
    after.outbox.wake();
    await settled();
    expect(after.tried.map(textOf)).toEqual(["一", "二"]);
    expect(after.tried[0]?.send_key).toBe(before.tried[0]?.send_key);
    expect(shelf.kept.size).toBe(0);
  });

  test("without storage (a private window) it is sent all the same", async () => {
    const broken = () => Promise.reject(new Error("no storage"));
    const { outbox, tried } = pageOn({ all: broken, get: broken, put: broken, remove: broken });
    await outbox.post(ROOM, words("一"));
    await settled();
    expect(tried.length).toBe(1);
  });
});

describe("D5: what an answer means", () => {
  test("no answer is unknown: it stays as being sent and goes again with the same key", async () => {
    const { outbox, tried, server, clock, states } = pageOn(memory());
    server.answer = () => Promise.reject(new Unanswered("lost"));
    await outbox.post(ROOM, words("一"));
    await settled();
    expect(states()).toEqual(["sending"]);
    await clock.pass(4_000);
    expect(states()).toEqual(["waiting"]);
    server.answer = server.accept;
    await clock.pass(60_000);
    expect(states()).toEqual([]);
    expect(new Set(tried.map((message) => message.send_key)).size).toBe(1);
  });

  test.each([400, 403, 404, 409, 410, 413, 415, 422])(
    "%i is final: the reason and the text stay",
    async (status) => {
      const shelf = memory();
      const { outbox, tried, server, clock, waiting } = pageOn(shelf);
      server.answer = says(status, { most: 10_000 });
      await outbox.post(ROOM, words("大切な文章"));
      await clock.pass(120_000);
      expect(tried.length).toBe(1);
      expect(waiting()).toMatchObject([{ state: "refused", refusal: { status, details: { most: 10_000 } } }]);
      const later = pageOn(shelf);
      await later.outbox.adopt();
      expect(later.waiting()).toMatchObject([{ state: "refused", refusal: { status } }]);
      expect(later.waiting().map(textOf)).toEqual(["大切な文章"]);
    },
  );

  test("401 keeps everything and goes on after signing in", async () => {
    const { outbox, tried, server, clock, states } = pageOn(memory());
    server.answer = says(401);
    await outbox.post(ROOM, words("一"));
    await outbox.post(ROOM, words("二"));
    await clock.pass(120_000);
    expect([tried.length, states()]).toEqual([1, ["waiting", "waiting"]]);
    server.answer = server.accept;
    outbox.wake();
    await settled();
    expect(tried.map(textOf)).toEqual(["一", "一", "二"]);
  });

  test.each([429, 503, 507])("%i waits as long as the server asks, and a little longer", async (status) => {
    const { outbox, tried, server, clock } = pageOn(memory());
    server.answer = says(status, { retry_after: 20 });
    await outbox.post(ROOM, words("一"));
    await clock.pass(19_900);
    expect(tried.length).toBe(1);
    server.answer = server.accept;
    await clock.pass(10_200);
    expect(tried.length).toBe(2);
  });

  test("a refused message is sent again, or thrown away, by the person alone", async () => {
    const shelf = memory();
    const { outbox, server, tried, waiting, states } = pageOn(shelf);
    server.answer = says(403);
    await outbox.post(ROOM, words("一"));
    await outbox.post(ROOM, words("二"));
    await settled();
    const [first, second] = waiting();
    server.answer = server.accept;
    if (first) await outbox.sendAgain(first.send_key);
    if (second) await outbox.discard(second.send_key);
    await settled();
    expect([states(), shelf.kept.size]).toEqual([[], 0]);
    expect(tried.map(textOf)).toEqual(["一", "二", "一"]);
  });

  test("what waits says for whom it was written; sent again by the person, in the name of now", async () => {
    const { outbox, server, tried, waiting } = pageOn(memory());
    const unit = "01a1f1cc-1111-7000-8000-000000000001" as AccountId;
    server.answer = says(409);
    await outbox.post(ROOM, words("一"), { writtenFor: null });
    await settled();
    server.answer = server.accept;
    const [first] = waiting();
    if (first) await outbox.sendAgain(first.send_key, unit);
    await settled();
    expect(tried.map(({ writtenFor }) => writtenFor)).toEqual([null, unit]);
  });
});

describe("C4: in a room the order of writing is the order of sending", () => {
  test("the next one goes when the one before has been answered", async () => {
    const { outbox, tried, server } = pageOn(memory());
    let answer = () => {};
    server.answer = (message) => new Promise((resolve) => (answer = () => resolve(server.accept(message))));
    for (const text of ["一", "二", "三"]) await outbox.post(ROOM, words(text));
    await settled();
    expect(tried.length).toBe(1);
    answer();
    await settled();
    answer();
    await settled();
    expect(tried.map(textOf)).toEqual(["一", "二", "三"]);
  });

  test("a refused one does not hold up those after it, nor one room another", async () => {
    const { outbox, tried, server } = pageOn(memory());
    server.answer = (message) =>
      message.room_id === ROADS
        ? never(message)
        : textOf(message) === "一"
          ? says(409)(message)
          : server.accept(message);
    await outbox.post(ROADS, words("道"));
    await outbox.post(ROOM, words("一"));
    await outbox.post(ROOM, words("二"));
    await settled();
    expect(tried.map(textOf)).toEqual(["道", "一", "二"]);
  });
});

test("closed at signing out, nothing goes and nothing is lost", async () => {
  const shelf = memory();
  const { outbox, tried, clock } = pageOn(shelf);
  outbox.close();
  await outbox.post(ROOM, words("一"));
  await clock.pass(60_000);
  expect([tried.length, shelf.kept.size]).toEqual([0, 1]);
});

describe("MSG-6: a message that waits a moment can be taken back", () => {
  test("it goes by itself when its time is over, and the next one after it", async () => {
    const { outbox, tried, clock, states } = pageOn(memory());
    await outbox.post(ROOM, words("一"), { delay: 5_000 });
    await outbox.post(ROOM, words("二"));
    await clock.pass(4_900);
    expect([tried.length, states()]).toEqual([0, ["held", "waiting"]]);
    await clock.pass(200);
    expect(tried.map(textOf)).toEqual(["一", "二"]);
  });

  test("in a room in which people from outside read it waits as long as the body wants, elsewhere as its author does", () => {
    const [ours, guests] = [
      { lgwan_only: false, internet_devices: true, other_bodies: 0, guests: 0 },
      { guests: 1 },
    ];
    expect(delayOf(5, ours, 20)).toBe(5_000);
    expect(delayOf(5, { ...ours, ...guests }, 20)).toBe(20_000);
    expect(delayOf(30, { ...ours, other_bodies: 1 }, 20)).toBe(30_000);
  });

  test("taken back it never goes, whatever wakes the outbox", async () => {
    const shelf = memory();
    const { outbox, tried, clock, waiting } = pageOn(shelf);
    await outbox.post(ROOM, words("一"), { delay: 5_000 });
    outbox.wake();
    const [first] = waiting();
    if (first) await outbox.discard(first.send_key);
    await clock.pass(60_000);
    expect([tried.length, shelf.kept.size]).toEqual([0, 0]);
  });

  test("somebody who leaves does not leave it behind", async () => {
    const { outbox, tried } = pageOn(memory());
    await outbox.post(ROOM, words("一"), { delay: 30_000 });
    await outbox.post(ROOM, words("二"), { delay: 30_000 });
    await outbox.hurry();
    expect(tried.map(textOf)).toEqual(["一", "二"]);
  });

  test("it outlives a reload, and is sent once", async () => {
    const shelf = memory();
    const before = pageOn(shelf);
    await before.outbox.post(ROOM, words("一"), { delay: 5_000 });
    before.outbox.close();
    const after = pageOn(shelf, before.clock);
    await after.outbox.adopt();
    after.outbox.wake();
    await before.clock.pass(1_000);
    expect([after.tried.length, after.states()]).toEqual([0, ["held"]]);
    await before.clock.pass(10_000);
    expect([before.tried.length, after.tried.map(textOf)]).toEqual([0, ["一"]]);
  });

  test("a clock that was set back makes nobody wait for it", async () => {
    const shelf = memory();
    const before = pageOn(shelf);
    await before.outbox.post(ROOM, words("一"), { delay: 86_400_000 });
    await before.clock.pass(0);
    expect(before.tried.map(textOf)).toEqual(["一"]);
  });
});
