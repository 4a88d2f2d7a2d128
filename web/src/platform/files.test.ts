/** Files on their way: how far they are, what stops them, and under which names they are saved. */
import { afterEach, describe, expect, test, vi } from "vitest";

import { nameIn, save, upload } from "@/platform/files";
import { Refusal, Unanswered } from "@/platform/refusals";

type Step = (request: Fake) => void;

/** A request as a browser makes it, driven by the test. */
class Fake {
  static step: Step = () => {};
  static last: Fake;
  upload: { onprogress: ((step: object) => void) | null } = { onprogress: null };
  headers: Record<string, string> = {};
  status = 0;
  response: ArrayBuffer | null = null;
  after: string | null = null;
  onload = () => {};
  onerror = () => {};
  onabort = () => {};
  onloadend = () => {};

  open(method: string, address: string) {
    Object.assign(this, { method, address });
    Fake.last = this;
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader() {
    return this.after;
  }
  send() {
    Fake.step(this);
  }
  abort() {
    this.onabort();
    this.onloadend();
  }
  answers(status: number, body: unknown) {
    this.status = status;
    this.response = new TextEncoder().encode(JSON.stringify(body)).buffer as ArrayBuffer;
    this.onload();
    this.onloadend();
  }
}

const file = new Blob(["職員番号"]);
const failure = (asked: Promise<unknown>) => asked.then(() => null).catch((error: unknown) => error);

function lineDoes(step: Step) {
  Fake.step = step;
  vi.stubGlobal("XMLHttpRequest", Fake);
}

afterEach(() => vi.unstubAllGlobals());

describe("a file that is brought", () => {
  test("goes as bytes and says how far it is", async () => {
    const shares: number[] = [];
    lineDoes((request) => {
      request.upload.onprogress?.({ lengthComputable: true, loaded: 5, total: 10 });
      request.upload.onprogress?.({ lengthComputable: false, loaded: 9, total: 0 });
      request.answers(200, { draft_id: "d" });
    });
    expect(await upload("/api/x", { file, onProgress: (share) => shares.push(share) })).toEqual({
      draft_id: "d",
    });
    expect(shares).toEqual([0.5]);
    expect(Fake.last.headers).toEqual({ "Content-Type": "application/octet-stream" });
  });

  test("is refused like anything else", async () => {
    lineDoes((request) => {
      request.after = "5";
      request.answers(503, { code: "not_now", details: {}, request_id: "r" });
    });
    expect(await failure(upload("/api/x", { file }))).toEqual(
      new Refusal(503, "not_now", { retry_after: 5 }, "r"),
    );
  });

  test("may find nobody, or be taken back", async () => {
    lineDoes((request) => request.onerror());
    expect(await failure(upload("/api/x", { file }))).toBeInstanceOf(Unanswered);

    const taking = new AbortController();
    lineDoes(() => taking.abort());
    expect(await failure(upload("/api/x", { file, signal: taking.signal }))).toMatchObject({
      name: "AbortError",
    });
    expect(await failure(upload("/api/x", { file, signal: taking.signal }))).toMatchObject({
      name: "AbortError",
    });
  });
});

describe("a file that is saved", () => {
  test("takes the name that the server gives it", () => {
    expect(nameIn("attachment; filename=\"file.csv\"; filename*=UTF-8''%E5%B7%AE%E5%88%86.csv")).toBe(
      "差分.csv",
    );
    expect(nameIn('attachment; filename="list.csv"')).toBe("list.csv");
    expect(nameIn("")).toBe("file");
  });

  test("is not saved when the server says no, or nothing", async () => {
    vi.stubGlobal(
      "fetch",
      async () => new Response('{"code":"not_found","details":{},"request_id":"r"}', { status: 404 }),
    );
    expect(await failure(save("/api/x.csv"))).toEqual(new Refusal(404, "not_found", {}, "r"));
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("no line");
    });
    expect(await failure(save("/api/x.csv"))).toBeInstanceOf(Unanswered);
  });
});
