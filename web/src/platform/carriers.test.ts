/** What carries the line: when a lower carrier is taken, how long it is kept to, and when the WebSocket is tried again. */
import { expect, test } from "vitest";

import { type Carrier, Carriers, type Lesson } from "@/platform/carriers";
import { StillClock } from "@/platform/rehearsal";
import type { Ears, Mouth } from "@/platform/socket";

const MINUTE = 60_000;

interface Call {
  carrier: Carrier;
  ears: Ears;
  isClosed: boolean;
}

function scene(lesson: Lesson | null = null) {
  const clock = new StillClock();
  const calls: Call[] = [];
  const closed: number[] = [];
  const kept = { lesson };
  const dial = (carrier: Carrier, ears: Ears): Mouth => {
    const call = { carrier, ears, isClosed: false };
    calls.push(call);
    return {
      say: () => {},
      close: () => {
        call.isClosed = true;
        ears.closed(1005); // as a browser's socket does, a moment later
      },
    };
  };
  const learn = (next: Lesson | null) => {
    kept.lesson = next;
  };
  const open = () => new Carriers({ clock, dial, learned: () => kept.lesson, learn });
  let carriers = open();
  const latest = () => calls.at(-1) as Call; // every test dials first
  const dialed = () => {
    const mouth = carriers.dial({ text: () => {}, closed: (code) => closed.push(code) });
    return { mouth, carrier: latest().carrier, call: latest() };
  };
  const stands = (call: Call) => call.ears.text('{"hello":{}}');
  const nextVisit = () => {
    carriers = open();
  };
  return { clock, calls, closed, kept, latest, dialed, stands, nextVisit };
}

type Scene = ReturnType<typeof scene>;

/** Dial, and be refused. */
function failing({ dialed }: Scene): Carrier {
  const { carrier, call } = dialed();
  call.ears.closed(1006);
  return carrier;
}

/** Two WebSockets fail, a stream stands, and another WebSocket fails beside it. */
function onEvents() {
  const made = scene();
  failing(made);
  failing(made);
  const { call, mouth } = made.dialed();
  made.stands(call);
  made.latest().ears.closed(1006);
  return { ...made, call, mouth };
}

test("a WebSocket is tried twice, then events, then polls for a while, then all over again", () => {
  const made = scene();
  const tried = [1, 2, 3, 4, 5, 6, 7].map(() => failing(made));
  expect(tried).toEqual(["socket", "socket", "events", "poll", "poll", "poll", "socket"]);
});

test("polls that have stood are kept to, however often one is lost; from them a way leads up to events, too", () => {
  const { dialed, stands, latest, closed } = scene({ carrier: "poll", until: 0, times: 0 });
  for (let turn = 0; turn < 5; turn += 1) {
    const { carrier, call } = dialed();
    expect(carrier).toBe("poll");
    stands(call);
    call.ears.closed(1006);
  }
  const { call } = dialed();
  stands(call);
  latest().ears.closed(1006);
  expect(latest().carrier).toBe("events");
  stands(latest());
  expect([call.isClosed, closed.at(-1), dialed().carrier]).toEqual([true, 4408, "events"]);
});

test("where nothing comes for long, there is no second attempt of the same kind", async () => {
  const { clock, dialed } = scene();
  const { mouth } = dialed();
  await clock.pass(10_000);
  mouth.close(true);
  expect(dialed().carrier).toBe("events");
});

test("a line that is put down, or that our server closes, has not failed", () => {
  const { dialed, stands } = scene();
  for (const code of [1012, 4408, 1012]) {
    const { call } = dialed();
    stands(call);
    call.ears.closed(code);
  }
  for (let turn = 0; turn < 3; turn += 1) dialed().mouth.close();
  expect(dialed().carrier).toBe("socket");
});

test("failures that lie far apart have nothing to do with one another", async () => {
  const made = scene();
  failing(made);
  await made.clock.pass(3 * MINUTE);
  failing(made);
  expect(made.dialed().carrier).toBe("socket");
});

test("a lower carrier is not kept to when a WebSocket stands beside it: the server was away, no proxy", () => {
  const made = scene();
  failing(made);
  failing(made);
  const { call } = made.dialed();
  made.stands(call);
  const trial = made.latest();
  expect(trial.carrier).toBe("socket");
  made.stands(trial);
  expect([call.isClosed, trial.isClosed, made.closed.at(-1)]).toEqual([true, true, 4408]);
  expect(made.dialed().carrier).toBe("socket");
  expect(made.kept.lesson).toBeNull();
});

test("what was learned is remembered on this device for a while", () => {
  const { kept, dialed, nextVisit, clock } = onEvents();
  expect(kept.lesson).toEqual({ carrier: "events", until: clock.now() + 10 * MINUTE, times: 1 });
  nextVisit();
  expect(dialed().carrier).toBe("events");
});

test("the WebSocket is tried again later, each time after twice as long, and taken when it stands", async () => {
  const { clock, calls, call, latest, stands, closed, dialed, kept } = onEvents();
  const trials = () => calls.filter(({ carrier }) => carrier === "socket").length - 3;
  await clock.pass(10 * MINUTE);
  expect(trials()).toBe(1);
  latest().ears.closed(1006);
  await clock.pass(19 * MINUTE);
  expect(trials()).toBe(1);
  await clock.pass(MINUTE);
  expect(trials()).toBe(2);
  stands(latest());
  expect([call.isClosed, closed.at(-1)]).toEqual([true, 4408]);
  const { carrier, call: socket } = dialed();
  stands(socket);
  await clock.pass(2 * MINUTE);
  expect([carrier, kept.lesson]).toEqual(["socket", null]);
});

test("a trial of which nothing comes is given up, and the line stays", async () => {
  const { clock, latest, call, kept } = onEvents();
  await clock.pass(10 * MINUTE + 11_000);
  expect([latest().isClosed, call.isClosed, kept.lesson?.times]).toEqual([true, false, 2]);
});

test("nothing is tried any more once the line is put down", async () => {
  const { clock, calls, mouth } = onEvents();
  const before = calls.length;
  mouth.close();
  await clock.pass(60 * MINUTE);
  expect(calls.length).toBe(before);
});

test("a later visit begins with what was learned, and tries the WebSocket beside it at once", () => {
  const { dialed, stands, latest, kept, clock } = scene({ carrier: "poll", until: 0, times: 3 });
  const { carrier, call } = dialed();
  stands(call);
  expect([carrier, latest().carrier]).toEqual(["poll", "socket"]);
  latest().ears.closed(1006);
  latest().ears.closed(1006);
  expect(kept.lesson).toEqual({ carrier: "poll", until: clock.now() + 80 * MINUTE, times: 4 });
});

test("WebSockets that stand and are cut soon are given up, although another one stands", async () => {
  const { clock, dialed, stands, latest, kept } = scene();
  for (let turn = 0; turn < 2; turn += 1) {
    const { call } = dialed();
    stands(call);
    await clock.pass(30_000);
    call.ears.closed(1006);
  }
  const { carrier, call } = dialed();
  stands(call);
  expect([carrier, latest(), kept.lesson?.carrier]).toEqual(["events", call, "events"]);
});

test("a WebSocket that has lasted is trusted again", async () => {
  const made = scene();
  failing(made);
  const { call } = made.dialed();
  made.stands(call);
  await made.clock.pass(MINUTE);
  call.ears.closed(1006);
  expect([failing(made), made.dialed().carrier]).toEqual(["socket", "socket"]);
});
