/** One stream at a time: what is dropped, what waits, what is asked for, and when the state is read anew. */
import { describe, expect, test } from "vitest";

import type { Frame, Missed } from "@/generated/wire";
import { Refusal, Unanswered } from "@/platform/refusals";
import { StillClock, settled } from "@/platform/rehearsal";
import { type Numbers, Streams } from "@/platform/streams";

const ROOM = "room/福祉";
const at = (number: number): Frame => ({ stream: ROOM, number });

function scene() {
  const clock = new StillClock();
  const applied: [number, number][] = [];
  const asked: number[] = [];
  const heard: Numbers[] = [];
  const rereads: string[][] = [];
  const answers = {
    missed: (_: string, after: number): Promise<Missed> => Promise.resolve({ frames: [], covered: after }),
    hear: (): Promise<string[]> => Promise.resolve([]),
  };
  const streams = new Streams({
    clock,
    apply: ({ number }, after) => applied.push([after, number]),
    missed: (stream, after) => {
      asked.push(after);
      return answers.missed(stream, after);
    },
    hear: (since) => {
      heard.push(since);
      return answers.hear();
    },
    reread: (which) => rereads.push(which),
  });
  return { clock, streams, applied, asked, heard, rereads, answers };
}

describe("D10: frames in order, each once", () => {
  test("what is held already is dropped", () => {
    const { streams, applied } = scene();
    streams.known(ROOM, 41);
    for (const number of [40, 41, 42, 42]) streams.receive(at(number));
    expect(applied).toEqual([[41, 42]]);
  });

  test("what runs ahead waits for the hole before it", async () => {
    const { streams, applied, asked, clock } = scene();
    streams.known(ROOM, 41);
    streams.receive(at(44));
    streams.receive(at(43));
    streams.receive(at(42));
    await clock.pass(5_000);
    expect(applied.map(([, number]) => number)).toEqual([42, 43, 44]);
    expect(asked).toEqual([]);
  });

  test("what comes before any state was read waits for it", () => {
    const { streams, applied } = scene();
    for (const number of [6, 5, 8, 7]) streams.receive(at(number));
    streams.known(ROOM, 5);
    expect(applied.map(([, number]) => number)).toEqual([6, 7, 8]);
  });
});

describe("D11: a hole is asked for over HTTP", () => {
  test("numbers that may not be seen are covered by the answer", async () => {
    const { streams, applied, asked, clock, answers } = scene();
    answers.missed = async () => ({ frames: [at(43)], covered: 47 });
    streams.known(ROOM, 41);
    streams.receive(at(48));
    await clock.pass(1_000);
    expect(asked).toEqual([41]);
    expect(applied).toEqual([
      [41, 43],
      [43, 47],
      [47, 48],
    ]);
  });

  test("a long hole is asked for piece by piece", async () => {
    const { streams, applied, asked, clock, answers } = scene();
    answers.missed = async (_, after) => ({ frames: [], covered: after + 10 });
    streams.known(ROOM, 0);
    streams.receive(at(31));
    await clock.pass(1_000);
    expect(asked).toEqual([0, 10, 20]);
    expect(applied.at(-1)).toEqual([30, 31]);
  });

  test("a head in the beat brings a lost frame to light", async () => {
    const { streams, applied, clock, answers } = scene();
    answers.missed = async () => ({ frames: [at(42)], covered: 42 });
    streams.known(ROOM, 41);
    streams.beat({ [ROOM]: 42 });
    await clock.pass(2_000);
    expect(applied).toEqual([[41, 42]]);
  });

  test("when nobody answers it is asked again, later and later", async () => {
    const { streams, asked, clock, answers } = scene();
    answers.missed = () => Promise.reject(new Unanswered("lost"));
    streams.known(ROOM, 41);
    streams.receive(at(43));
    await clock.pass(60_000);
    expect(asked.length).toBeGreaterThan(3);
    expect(asked.length).toBeLessThan(8);
  });

  test("an answer that begins after older state was read is not used", async () => {
    const { streams, applied, clock, answers } = scene();
    let tell: (missed: Missed) => void = () => {};
    answers.missed = () => new Promise((resolve) => (tell = resolve));
    streams.known(ROOM, 50);
    streams.receive(at(53));
    await clock.pass(1_000);
    streams.known(ROOM, 40);
    answers.missed = async () => ({ frames: [], covered: 52 });
    tell({ frames: [at(51), at(52)], covered: 52 });
    await clock.pass(5_000);
    expect(applied).toEqual([
      [40, 52],
      [52, 53],
    ]);
  });

  test("a stream that is not ours any more is asked for once", async () => {
    const { streams, asked, clock, answers } = scene();
    answers.missed = () => Promise.reject(new Refusal(404, "not_found"));
    streams.known(ROOM, 41);
    streams.receive(at(43));
    await clock.pass(60_000);
    expect(asked).toEqual([41]);
  });
});

describe("D12: after a reconnection only what is behind is asked for", () => {
  test("each stream from where it stands", async () => {
    const { streams, heard } = scene();
    streams.known(ROOM, 41);
    streams.known("person/山田", 7);
    await streams.resume({ [ROOM]: 44, "person/山田": 7, "room/知らない": 3 });
    expect(heard).toEqual([{ [ROOM]: 41 }]);
  });

  test("many streams go in several frames", async () => {
    const { streams, heard } = scene();
    const heads: Record<string, number> = {};
    for (let room = 0; room < 900; room += 1) {
      streams.known(`room/${room}`, 1);
      heads[`room/${room}`] = 2;
    }
    await streams.resume(heads);
    expect(heard.map((since) => Object.keys(since).length)).toEqual([400, 400, 100]);
  });

  test("live frames that overtake the missed ones wait for them", async () => {
    const { streams, applied, asked, clock, answers } = scene();
    let done: (reset: string[]) => void = () => {};
    answers.hear = () => new Promise((resolve) => (done = resolve));
    streams.known(ROOM, 41);
    void streams.resume({ [ROOM]: 43 });
    for (const number of [44, 42, 43]) streams.receive(at(number));
    done([]);
    await clock.pass(5_000);
    expect(applied.map(([, number]) => number)).toEqual([42, 43, 44]);
    expect(asked).toEqual([]);
  });

  test("a hear that fails is made good by asking over HTTP", async () => {
    const { streams, asked, clock, answers } = scene();
    answers.hear = () => Promise.reject(new Unanswered("the line broke"));
    answers.missed = async () => ({ frames: [], covered: 44 });
    streams.known(ROOM, 41);
    await streams.resume({ [ROOM]: 44 });
    await clock.pass(2_000);
    expect(asked).toEqual([41]);
    expect(streams.have(ROOM)).toBe(44);
  });
});

describe("D13: too far behind, the state is read anew and what was queued is applied to it", () => {
  test("after a 410", async () => {
    const { streams, applied, rereads, clock, answers } = scene();
    answers.missed = () => Promise.reject(new Refusal(410, "reread"));
    streams.known(ROOM, 41);
    streams.receive(at(6_002));
    await clock.pass(1_000);
    expect(rereads).toEqual([[ROOM]]);
    streams.known(ROOM, 6_001);
    expect(applied).toEqual([[6_001, 6_002]]);
  });

  test("after the reset marker of a hear", async () => {
    const { streams, rereads, answers } = scene();
    answers.hear = async () => [ROOM];
    streams.known(ROOM, 41);
    await streams.resume({ [ROOM]: 6_000 });
    expect(rereads).toEqual([[ROOM]]);
    expect(streams.have(ROOM)).toBeNull();
  });

  test("when the server was restored from a copy and stands before us", async () => {
    const { streams, rereads } = scene();
    streams.known(ROOM, 41);
    streams.dialing();
    await streams.resume({ [ROOM]: 30 });
    expect(rereads).toEqual([[ROOM]]);
  });

  test("but not when state was read after the subscription began", async () => {
    const { streams, rereads } = scene();
    streams.dialing();
    streams.known(ROOM, 41);
    await streams.resume({ [ROOM]: 30 });
    expect(rereads).toEqual([]);
  });
});

describe("D14: state that is read at another moment than the stream stands", () => {
  test("older: the frames since then are handed on again", () => {
    const { streams, applied } = scene();
    streams.known(ROOM, 41);
    for (const number of [42, 43, 44]) streams.receive(at(number));
    applied.length = 0;
    streams.known(ROOM, 42);
    expect(applied.map(([, number]) => number)).toEqual([43, 44]);
  });

  test("newer: it is evidence that there is more to hear", async () => {
    const { streams, asked, clock, answers } = scene();
    answers.missed = async () => ({ frames: [], covered: 45 });
    streams.known(ROOM, 41);
    streams.known(ROOM, 45);
    await clock.pass(2_000);
    expect(asked).toEqual([41]);
  });

  test("when the person changes nothing is left", async () => {
    const { streams, asked, clock } = scene();
    streams.known(ROOM, 41);
    streams.receive(at(43));
    streams.clear();
    await clock.pass(5_000);
    await settled();
    expect([streams.have(ROOM), asked]).toEqual([null, []]);
  });
});
