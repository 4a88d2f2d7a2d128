/** The line to the server: when it is dialed, when it is given up, what is answered. */
import { describe, expect, test } from "vitest";

import { Refusal, Unanswered } from "@/platform/refusals";
import { StillClock, settled } from "@/platform/rehearsal";
import { type Ears, Line } from "@/platform/socket";

const HELLO = { hello: { protocol: 1, account_id: "a", session_id: "s", heads: { "room/福祉": 3 } } };

function scene({ random = 0.5, signedOut = false } = {}) {
  const clock = new StillClock(() => random);
  const calls: { ears: Ears; said: string[]; isClosed: boolean; at: number }[] = [];
  const heard: string[] = [];
  const line = new Line(
    {
      clock,
      isSignedOut: async () => signedOut,
      dial: (ears) => {
        const call = { ears, said: [] as string[], isClosed: false, at: clock.now() };
        calls.push(call);
        return {
          say: (text) => void call.said.push(text),
          close: () => {
            call.isClosed = true;
          },
        };
      },
    },
    {
      dialing: () => heard.push("dialing"),
      hello: ({ heads }) => heard.push(`hello ${JSON.stringify(heads)}`),
      frame: ({ number }) => heard.push(`frame ${number}`),
      beat: (heads) => heard.push(`beat ${JSON.stringify(heads)}`),
      signal: ({ signal }) => heard.push(`signal ${signal}`),
      changed: ({ at }) => heard.push(at),
      signedOut: () => heard.push("signed out"),
      tooOld: () => heard.push("too old"),
    },
  );
  const latest = () => calls.at(-1) as (typeof calls)[number]; // every test dials first
  const hears = (words: object) => latest().ears.text(JSON.stringify(words));
  return { clock, line, calls, heard, latest, hears };
}

function open() {
  const made = scene();
  made.line.start();
  made.hears(HELLO);
  return made;
}

describe("the line", () => {
  test("stands when the server has said hello", () => {
    const { line, heard } = open();
    expect(heard).toEqual(["dialing", "dialing", "open", 'hello {"room/福祉":3}']);
    expect(line.state.at).toBe("open");
  });

  test("is given up at once when the browser loses the network, and dialed again when it is back (MSG-14)", async () => {
    const { clock, line, calls } = open();
    line.unplugged();
    expect(line.state.at).toBe("waiting");
    expect(calls[0]?.isClosed).toBe(true);
    line.wake();
    await clock.pass(300);
    expect(calls).toHaveLength(2);
  });

  test("hands on frames and signals, and answers a beat (D15)", () => {
    const { hears, heard, latest } = open();
    hears({ stream: "room/福祉", number: 4 });
    hears({ signal: "receipts.counted" });
    hears({ beat: { "room/福祉": 4 } });
    expect(heard.slice(-3)).toEqual(["frame 4", "signal receipts.counted", 'beat {"room/福祉":4}']);
    expect(latest().said).toEqual(['{"do":"beat"}']);
  });

  test("is given up after 45 seconds of silence (D15)", async () => {
    const { clock, calls, hears } = open();
    await clock.pass(40_000);
    hears({ beat: {} });
    await clock.pass(44_000);
    expect(calls.length).toBe(1);
    await clock.pass(7_000);
    expect([calls.length, calls[0]?.isClosed]).toEqual([2, true]);
  });

  test("is given up when no hello comes", async () => {
    const { clock, line, calls } = scene();
    line.start();
    await clock.pass(12_000);
    expect(calls.length).toBe(2);
  });

  test("does not hear what an earlier connection still says", () => {
    const { calls, heard, latest, clock } = open();
    latest().ears.closed(1006);
    void clock;
    calls[0]?.ears.text(JSON.stringify({ stream: "room/福祉", number: 4 }));
    expect(heard).not.toContain("frame 4");
  });

  test("goes quietly when it is stopped", async () => {
    const { line, clock, calls } = open();
    line.stop();
    await clock.pass(120_000);
    expect([line.state.at, calls.length]).toEqual(["resting", 1]);
  });
});

describe("coming back (D15)", () => {
  test("waits longer after each failure, up to half a minute, and chance spreads it", async () => {
    const { clock, line, latest } = scene({ random: 0.999 });
    line.start();
    const waits: number[] = [];
    for (let turn = 0; turn < 8; turn += 1) {
      latest().ears.closed(1006);
      const wait = line.state.at === "waiting" ? line.state.until - clock.now() : 0;
      waits.push(wait / 1_000);
      await clock.pass(wait);
    }
    expect(waits.map(Math.round)).toEqual([1, 2, 4, 8, 16, 30, 30, 30]);
  });

  test("after a restart of the server spreads over five seconds", async () => {
    const { clock, latest, calls } = open();
    latest().ears.closed(1012);
    await clock.pass(2_400);
    expect(calls.length).toBe(1);
    await clock.pass(200);
    expect(calls.length).toBe(2);
  });

  test("comes at once after having been too slow", async () => {
    const { clock, latest, calls } = open();
    latest().ears.closed(4408);
    await clock.pass(200);
    expect(calls.length).toBe(2);
  });

  test("counts anew after a good connection", async () => {
    const { clock, latest, hears, calls } = open();
    for (let turn = 0; turn < 5; turn += 1) {
      latest().ears.closed(1006);
      await clock.pass(31_000);
    }
    hears(HELLO);
    await clock.pass(21_000);
    latest().ears.closed(1006);
    const before = calls.length;
    await clock.pass(1_000);
    expect(calls.length).toBe(before + 1);
  });

  test("does not sit out the wait when the network is back", async () => {
    const { clock, line, latest, calls } = open();
    for (let turn = 0; turn < 6; turn += 1) {
      latest().ears.closed(1006);
      if (turn < 5) await clock.pass(31_000);
    }
    const before = calls.length;
    line.wake();
    await clock.pass(400);
    expect(calls.length).toBe(before + 1);
  });

  test("does not trust a line that went quiet while the machine slept", async () => {
    const { clock, line, calls } = open();
    await clock.pass(30_000);
    line.wake();
    await clock.pass(300);
    expect(calls.length).toBe(2);
  });

  test("stays away when signed out (4401) or too old (4426)", async () => {
    for (const [code, word] of [
      [4401, "signed out"],
      [4426, "too old"],
    ] as const) {
      const { clock, latest, calls, heard } = open();
      latest().ears.closed(code);
      await clock.pass(120_000);
      expect([calls.length, heard.at(-1)]).toEqual([1, word]);
    }
  });

  test("asks over HTTP whether it is signed out when the handshake fails", async () => {
    const { clock, line, latest, calls, heard } = scene({ signedOut: true });
    line.start();
    latest().ears.closed(1006);
    await clock.pass(120_000);
    expect([calls.length, heard.at(-1)]).toEqual([1, "signed out"]);
  });
});

describe("commands", () => {
  test("get their own answers, whatever the order", async () => {
    const { line, hears } = open();
    const answers = [line.ask({ do: "hear" }), line.ask({ do: "receipts.mark" })];
    hears({ answer: "c2", ok: { mark: 7 } });
    hears({ answer: "c1", ok: { reset: [] } });
    expect(await Promise.all(answers)).toEqual([{ reset: [] }, { mark: 7 }]);
  });

  test("that are refused say so as over HTTP (R3)", async () => {
    const { line, hears } = open();
    const asked = line.ask({ do: "messages.post" });
    hears({ answer: "c1", refused: { status: 404, code: "not_found", details: {}, request_id: "r" } });
    await expect(asked).rejects.toEqual(new Refusal(404, "not_found", {}, "r"));
  });

  test("end as unknown when the line breaks or nobody answers (D5)", async () => {
    const { line, latest, clock } = open();
    const late = line.ask({ do: "messages.post" }).catch((error: unknown) => error);
    await clock.pass(10_000);
    expect(await late).toBeInstanceOf(Unanswered);
    const broken = line.ask({ do: "messages.post" }).catch((error: unknown) => error);
    latest().ears.closed(1006);
    expect(await broken).toBeInstanceOf(Unanswered);
    await settled();
    await expect(line.ask({ do: "messages.post" })).rejects.toBeInstanceOf(Unanswered);
  });
});
