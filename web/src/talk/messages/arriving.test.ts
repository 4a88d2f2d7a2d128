/** How a message leaves the outbox: in the same moment in which it is seen, in this tab or in another. */
import { describe, expect, test } from "vitest";

import type { SendKey } from "@/generated/wire";
import { Unanswered } from "@/platform/refusals";
import { settled } from "@/platform/rehearsal";
import type { Window } from "@/talk/messages/waiting";

import { memory, never, pageOn, ROOM, says, words } from "./rehearsal";

describe("C2: a message is on the screen once", () => {
  const windowWith = (...keys: SendKey[]): Window => ({
    keys: new Set(keys),
    newest: keys.length,
    heard: 0,
    isAtEnd: true,
  });

  test("it waits until the window shows it, not only until it is accepted", async () => {
    const { outbox, server, waiting, noticed } = pageOn(memory());
    server.windows = [windowWith()];
    await outbox.post(ROOM, words("一"));
    await settled();
    const [first] = waiting();
    expect([first?.state, noticed]).toEqual(["sending", [1]]);
    if (first) outbox.seen(ROOM, windowWith(first.send_key));
    expect(waiting()).toEqual([]);
  });

  test("it leaves at once when no window reaches the end", async () => {
    const { outbox, server, waiting } = pageOn(memory());
    server.windows = [{ keys: new Set(), newest: 0, heard: 0, isAtEnd: false }];
    await outbox.post(ROOM, words("一"));
    await settled();
    expect(waiting()).toEqual([]);
  });

  test("it leaves when the window had it before the answer came", async () => {
    const { outbox, server, waiting } = pageOn(memory());
    server.answer = (message) => {
      server.windows = [windowWith(message.send_key)];
      return server.accept(message);
    };
    await outbox.post(ROOM, words("一"));
    await settled();
    expect(waiting()).toEqual([]);
  });

  test("the fact may come before the answer", async () => {
    const shelf = memory();
    const { outbox, tried, server, waiting } = pageOn(shelf);
    server.answer = never;
    await outbox.post(ROOM, words("一"));
    const [first] = waiting();
    if (first) outbox.seen(ROOM, windowWith(first.send_key));
    await settled();
    expect([waiting(), shelf.kept.size, tried.length]).toEqual([[], 0, 1]);
  });
});

describe("two tabs of one person do no harm", () => {
  test("what one has thrown away, the other does not send", async () => {
    const shelf = memory();
    const [one, other] = [pageOn(shelf), pageOn(shelf)];
    one.server.answer = () => Promise.reject(new Unanswered("offline"));
    other.server.answer = one.server.answer;
    await one.outbox.post(ROOM, words("やっぱりやめる"));
    await other.outbox.adopt();
    const [message] = one.waiting();
    if (message) await one.outbox.discard(message.send_key);
    other.server.answer = other.server.accept;
    other.outbox.wake();
    await settled();
    expect([other.tried.length, other.waiting()]).toEqual([0, []]);
  });

  test("what both send goes under one key", async () => {
    const shelf = memory();
    const [one, other] = [pageOn(shelf), pageOn(shelf)];
    one.server.answer = never;
    await one.outbox.post(ROOM, words("一"));
    await other.outbox.adopt();
    other.outbox.wake();
    await settled();
    expect(other.tried[0]?.send_key).toBe(one.tried[0]?.send_key);
  });

  test("what one was refused, the other shows as refused", async () => {
    const shelf = memory();
    const [one, other] = [pageOn(shelf), pageOn(shelf)];
    one.server.answer = () => Promise.reject(new Unanswered("slow"));
    await one.outbox.post(ROOM, words("一"));
    await other.outbox.adopt();
    one.server.answer = says(403);
    await one.clock.pass(10_000);
    other.outbox.wake();
    await settled();
    expect([other.states(), other.tried.length]).toEqual([["refused"], 0]);
  });
});
