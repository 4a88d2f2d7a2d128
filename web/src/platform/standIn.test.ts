/** A line without WebSocket: what is asked of the server, what is handed on, and how it ends. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";

import type { Carrier } from "@/platform/carriers";
import { Request } from "@/platform/rehearsedRequest";
import type { Mouth } from "@/platform/socket";
import { standIn } from "@/platform/standIn";

const HELLO = { hello: { protocol: 1, account_id: "a", session_id: "s", heads: { "room/福祉": 3 } } };
const FACT = { stream: "room/福祉", number: 4 };
const SINCE_4 = '{"do":"hear","id":"since","since":{"room/福祉":4}}';

let requests: Request[];
let heard: Record<string, unknown>[];
let closed: number[];
const latest = () => requests.at(-1) as Request; // every test dials first
const settled = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  [requests, heard, closed] = [[], [], []];
  vi.stubGlobal("navigator", {});
  vi.stubGlobal("fetch", (address: string, init: RequestInit) => {
    const request = new Request(address, init);
    requests.push(request);
    return new Promise<Response>((resolve, reject) => {
      request.answer = resolve;
      request.signal.addEventListener("abort", () => reject(request.signal.reason));
    });
  });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function line(carrier: Carrier): Promise<Mouth> {
  const ears = {
    text: (text: string) => heard.push(JSON.parse(text)),
    closed: (code: number) => closed.push(code),
  };
  const mouth = await standIn(carrier, ears);
  await settled();
  return mouth;
}

async function events(): Promise<Mouth> {
  const mouth = await line("events");
  latest().write(`:${" ".repeat(2048)}\n\n`);
  latest().events(HELLO, FACT);
  await settled();
  return mouth;
}

async function polls(): Promise<Mouth> {
  const mouth = await line("poll");
  latest().frames([HELLO, FACT]);
  await settled();
  return mouth;
}

test("events are handed on as they come, whatever pieces they come in", async () => {
  await events();
  expect(requests.map(({ path, body }) => [path, body])).toEqual([["/events?v=1", { said: [] }]]);
  expect(heard).toEqual([HELLO, FACT]);
});

test("a look opens a new stream from where the line stands, and the one before goes on until it does", async () => {
  const mouth = await events();
  const [before] = requests as [Request];
  mouth.say('{"do":"look","stream":"room/福祉","id":"c1"}');
  await settled();
  expect(latest().body.said).toEqual([SINCE_4, '{"do":"look","stream":"room/福祉","id":"c1"}']);
  before.events({ ...FACT, number: 5 });
  await settled();
  latest().events(HELLO, { answer: "since", ok: { reset: [] } }, { answer: "c1", ok: {} });
  await settled();
  expect(before.signal.aborted).toBe(true);
  expect(heard.slice(2)).toEqual([
    { ...FACT, number: 5 },
    { beat: HELLO.hello.heads },
    { answer: "c1", ok: {} },
  ]);
  expect(closed).toEqual([]);
});

test("a stream that the server has taken up anew says where the screen looks, and asks for no answer", async () => {
  const mouth = await events();
  mouth.say('{"do":"look","stream":"room/福祉","id":"c1"}');
  await settled();
  latest().events(HELLO, { answer: "c1", ok: {} });
  await settled();
  await vi.advanceTimersByTimeAsync(300_000);
  latest().write('event: closed\ndata: {"code":1012,"reason":"again"}\n\n');
  await settled();
  expect(latest().body.said).toEqual([SINCE_4, '{"do":"look","stream":"room/福祉"}']);
  expect([requests.length, closed]).toEqual([3, []]);
});

test("a stream that is cut after a while is taken up again; one that is cut soon has failed", async () => {
  await events();
  await vi.advanceTimersByTimeAsync(30_000);
  latest().cut();
  await settled();
  expect([requests.length, closed]).toEqual([2, []]);
  latest().events(HELLO);
  latest().cut();
  await settled();
  expect([requests.length, closed]).toEqual([2, [1006]]);
});

test.each(["events", "poll"] as const)(
  "%s end with the code with which a socket would have been closed",
  async (carrier) => {
    await (carrier === "events" ? events() : polls());
    const end = { code: 4401, reason: "signed_out" };
    if (carrier === "events") latest().write(`event: closed\ndata: ${JSON.stringify(end)}\n\n`);
    else latest().frames([], end);
    await settled();
    expect(closed).toEqual([4401]);
  },
);

test.each([
  [401, 4401],
  [410, 4426],
  [503, 1006],
])("an answer of %i lets nobody in, and closes with %i", async (status, code) => {
  await line("events");
  latest().answer(Response.json({ code: "no" }, { status }));
  await settled();
  expect(closed).toEqual([code]);
});

test("commands go by requests of their own, and come back with their answers; beats are not said", async () => {
  const mouth = await events();
  mouth.say('{"do":"beat"}');
  mouth.say('{"do":"messages.post","id":"c1"}');
  mouth.say('{"do":"hear","since":{"room/福祉":1},"id":"c2"}');
  await settled();
  const [, post, hear] = requests as [Request, Request, Request];
  expect([post.path, hear.path, requests.length]).toEqual(["/say?v=1", "/poll?v=1", 3]);
  post.frames([{ answer: "c1", ok: { number: 5 } }]);
  hear.frames([HELLO, { ...FACT, number: 2 }, { answer: "c2", ok: { reset: [] } }]);
  await settled();
  expect(heard.slice(2)).toEqual([
    { answer: "c1", ok: { number: 5 } },
    { ...FACT, number: 2 },
    { answer: "c2", ok: { reset: [] } },
  ]);
});

test("a command that is refused at the door is refused, and the line stands; without a word the line broke", async () => {
  const mouth = await events();
  mouth.say('{"do":"messages.post","id":"c1"}');
  await settled();
  latest().answer(Response.json({ code: "too_many", details: {}, request_id: "r" }, { status: 429 }));
  await settled();
  expect(heard.at(-1)).toEqual({
    answer: "c1",
    refused: { status: 429, code: "too_many", details: {}, request_id: "r" },
  });
  mouth.say('{"do":"messages.post","id":"c2"}');
  await settled();
  latest().answer(new Response("<html>", { status: 502 }));
  await settled();
  expect(closed).toEqual([1006]);
});

test("a poll says where the line stands, waits, and shows that the line lives", async () => {
  await polls();
  expect(latest().body).toEqual({ said: [SINCE_4], wait: 25 });
  latest().frames([{ answer: "since", ok: { reset: [] } }]);
  await settled();
  expect(heard).toEqual([HELLO, FACT, { beat: {} }, { beat: {} }]);
  expect([requests.length, latest().body.wait]).toEqual([3, 25]);
});

test("a look cuts a waiting poll short", async () => {
  const mouth = await polls();
  const waiting = latest();
  mouth.say('{"do":"look","stream":null,"id":"c1"}');
  await settled();
  expect(waiting.signal.aborted).toBe(true);
  expect(latest().body).toEqual({ said: [SINCE_4, '{"do":"look","stream":null,"id":"c1"}'], wait: 0 });
  latest().frames([{ answer: "c1", ok: {} }]);
  await settled();
  expect(heard).toContainEqual({ answer: "c1", ok: {} });
  expect(latest().body).toEqual({ said: [SINCE_4, '{"do":"look","stream":null}'], wait: 25 });
});

test("where too much was missed to be told, the line comes again", async () => {
  await polls();
  latest().frames([{ answer: "since", ok: { reset: ["room/福祉"] } }]);
  await settled();
  expect(closed).toEqual([4408]);
});

test("a line that is put down asks nothing more", async () => {
  const mouth = await polls();
  mouth.close();
  await vi.advanceTimersByTimeAsync(120_000);
  expect([requests.length, latest().signal.aborted, closed]).toEqual([2, true, []]);
});

test("a fourth tab does not wait: it asks now and then, so that connections are left for everything else", async () => {
  const request = (_: string, __: object, sit: (lock: null) => void) => Promise.resolve(sit(null));
  vi.stubGlobal("navigator", { locks: { request } });
  await line("events");
  latest().frames([HELLO]);
  await settled();
  expect(requests.length).toBe(1);
  await vi.advanceTimersByTimeAsync(5_000);
  expect([requests.length, latest().path, latest().body.wait]).toEqual([2, "/poll?v=1", 0]);
});
