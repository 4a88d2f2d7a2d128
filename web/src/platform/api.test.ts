/** Questions over HTTP: how they are asked, and what each kind of answer means. */
import { afterEach, describe, expect, test, vi } from "vitest";

import type { AccountId, RoomId } from "@/generated/wire";
import { api, onSignedOut, whenProofIsAsked } from "@/platform/api";
import { Refusal, Unanswered } from "@/platform/refusals";

const ROOM = "福祉/1" as RoomId;

function serverSays(body: unknown, init: ResponseInit = {}) {
  const asked = vi.fn<typeof fetch>(async () => new Response(JSON.stringify(body), init));
  vi.stubGlobal("fetch", asked);
  return asked;
}

function refused(status: number, code: string, headers: Record<string, string> = {}) {
  return serverSays({ code, details: { most: 50 }, request_id: "r1" }, { status, headers });
}

const failure = (asked: Promise<unknown>) => asked.then(() => null).catch((error: unknown) => error);

afterEach(() => vi.unstubAllGlobals());

describe("a question", () => {
  test("puts names into the path and words into the query (V1.2.2)", async () => {
    const asked = serverSays({ messages: [] });
    await api.get("/api/rooms/{room_id}/messages", {
      path: { room_id: ROOM },
      query: { before: 7, limit: 50 },
    });
    expect(asked.mock.calls[0]?.[0]).toBe("/api/rooms/%E7%A6%8F%E7%A5%89%2F1/messages?before=7&limit=50");
  });

  test("is always JSON, so that no form of another site can ask it (N39)", async () => {
    const asked = serverSays({ account_id: "a" as AccountId });
    await api.post("/api/sign-in", {
      body: { tenant: "mihon", login_id: "a", password: "p", new_password: null },
    });
    await api.post("/api/sign-out");
    const types = asked.mock.calls.map(([, init]) => new Headers(init?.headers).get("Content-Type"));
    expect(types).toEqual(["application/json", "application/json"]);
    expect(asked.mock.calls[1]?.[1]?.body).toBeNull();
  });

  test("that answers with nothing gives nothing", async () => {
    vi.stubGlobal("fetch", async () => new Response(null, { status: 204 }));
    expect(await api.post("/api/sign-out")).toBeUndefined();
  });
});

describe("an answer that says no", () => {
  test("is a refusal with its code, its details and its request", async () => {
    refused(409, "rooms.last_manager");
    expect(await failure(api.get("/api/screen"))).toEqual(
      new Refusal(409, "rooms.last_manager", { most: 50 }, "r1"),
    );
  });

  test("says how long to wait, in the head of the answer too (D5)", async () => {
    refused(503, "not_now", { "Retry-After": "7" });
    expect(await failure(api.get("/api/screen"))).toMatchObject({ status: 503, retryAfter: 7 });
  });

  test("with signed_out is told to whoever must know; a wrong password is not", async () => {
    let told = 0;
    const stop = onSignedOut(() => {
      told += 1;
    });
    refused(401, "sessions.not_recognized");
    await failure(api.get("/api/screen"));
    expect(told).toBe(0);
    refused(401, "signed_out");
    await failure(api.get("/api/screen"));
    stop();
    await failure(api.get("/api/screen"));
    expect(told).toBe(1);
  });
});

describe("no answer, so that nobody knows (D5)", () => {
  test("when the network fails or takes too long", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("failed")));
    expect(await failure(api.get("/api/screen"))).toBeInstanceOf(Unanswered);
    vi.stubGlobal("fetch", () => Promise.reject(new DOMException("late", "TimeoutError")));
    expect(await failure(api.get("/api/screen"))).toBeInstanceOf(Unanswered);
  });

  test("when a machine in between answers with a page of its own", async () => {
    vi.stubGlobal("fetch", async () => new Response("<h1>Bad gateway</h1>", { status: 502 }));
    expect(await failure(api.get("/api/screen"))).toBeInstanceOf(Unanswered);
    serverSays({ message: "no code here" }, { status: 500 });
    expect(await failure(api.get("/api/screen"))).toBeInstanceOf(Unanswered);
  });

  test("but a question that was taken back is no failure of the network", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new DOMException("taken back", "AbortError")));
    expect(await failure(api.get("/api/screen"))).toMatchObject({ name: "AbortError" });
  });
});

describe("AUTH-7: a dangerous act that is refused until somebody proves who they are", () => {
  const act = () => api.delete("/api/second-factor");

  function asksOnce() {
    const answers = [
      () => new Response(JSON.stringify({ code: "second_factor.prove_again" }), { status: 403 }),
      () => new Response(JSON.stringify({ ended: 1 })),
    ];
    const asked = vi.fn<typeof fetch>(async () => (answers.shift() ?? (() => new Response("{}")))());
    vi.stubGlobal("fetch", asked);
    return asked;
  }

  test("is done once more by itself when they have", async () => {
    const asked = asksOnce();
    whenProofIsAsked(async () => true);
    expect(await act()).toEqual({ ended: 1 });
    expect(asked).toHaveBeenCalledTimes(2);
  });

  test("is not done when they would rather not, and says so", async () => {
    const asked = asksOnce();
    whenProofIsAsked(async () => false);
    expect(await failure(act())).toMatchObject({ code: "second_factor.prove_again" });
    expect(asked).toHaveBeenCalledTimes(1);
  });
});
