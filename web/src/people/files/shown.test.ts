/** However many files come into sight, they are one question; and what is not known is nobody's fault (N+1, A4). */
import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import type { FileId } from "@/generated/wire";
import { Refusal } from "@/platform/refusals";

import { fileFacts } from "./facts";
import { shownQuery } from "./shown";

const asked: string[][] = [];

/** A server that knows every file but the one called 秘密. */
function server(status = 200) {
  asked.length = 0;
  vi.stubGlobal("fetch", async (_: string, { body }: { body: string }) => {
    const { file_ids }: { file_ids: string[] } = JSON.parse(body);
    asked.push(file_ids);
    if (status !== 200) return Response.json({ code: "not_now" }, { status });
    const files = file_ids.filter((id) => id !== "秘密").map((file_id) => ({ file_id, state: "disarmed" }));
    return Response.json({ files, seconds: 300 });
  });
}

afterEach(() => vi.unstubAllGlobals());

const fetchIn = (cache: QueryClient) => (id: string) => cache.fetchQuery(shownQuery(id as FileId));

test("those that come into sight together are one question", async () => {
  server();
  const cache = new QueryClient();
  const found = await Promise.all(["一", "二", "秘密"].map(fetchIn(cache)));
  expect(asked).toEqual([["一", "二", "秘密"]]);
  expect(found.map((each) => each?.state ?? null)).toEqual(["disarmed", "disarmed", null]);
});

test("no more are asked for at once than the server answers for", async () => {
  server();
  const many = Array.from({ length: 150 }, (_, at) => `${at}`);
  await Promise.all(many.map(fetchIn(new QueryClient())));
  expect(asked.map(({ length }) => length)).toEqual([100, 50]);
});

test("a refusal is that of each, and a later question is asked anew", async () => {
  server(503);
  const cache = new QueryClient();
  await expect(fetchIn(cache)("一")).rejects.toBeInstanceOf(Refusal);
  server();
  expect((await fetchIn(cache)("一"))?.state).toBe("disarmed");
});

test("what is told of a file makes it out of date, and of no other", async () => {
  server();
  const cache = new QueryClient();
  await Promise.all(["一", "二"].map(fetchIn(cache)));
  const judged = fileFacts["files.judged"];
  judged(cache, { body: { file_id: "一" } } as unknown as Parameters<typeof judged>[1]); // what the handler looks at
  const stale = ["一", "二"].map(
    (id) => cache.getQueryState(shownQuery(id as FileId).queryKey)?.isInvalidated,
  );
  expect(stale).toEqual([true, false]);
});
