/**
 * Old screen + facts = fresh screen. The server's tests write down what a page held before, the facts it was told,
 * and what it would read afterwards; here a page is told the same.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";

import { QueryClient, type QueryKey } from "@tanstack/react-query";
import { expect, test } from "vitest";

import { facts } from "@/app/facts";
import type {
  DraftsAnswer,
  Frame,
  MessageId,
  PageAnswer,
  PreferencesAnswer,
  Room,
  RoomAnswer,
  RoomId,
  ScheduledAnswer,
  Screen,
  ScreenAnswer,
  WatchwordsAnswer,
} from "@/generated/wire";
import { heldPreferences, preferencesKey } from "@/people/preferences/preferences";
import { take } from "@/platform/facts";
import { Held } from "@/platform/held";
import { draftsKey, heldDrafts } from "@/talk/drafts/shared";
import { heldPage, pageKey, threadKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { heldRoom, roomKey } from "@/talk/rooms/rooms";
import { heldScreen, screenKey } from "@/talk/rooms/rows";

import { heldScheduled, scheduledKey } from "@/talk/scheduled/scheduled";
import { heldWatchwords, watchwordsKey } from "@/talk/watchwords/watchwords";

type Answers = Record<string, unknown>;

interface Transcript {
  name: string;
  before: Answers;
  facts: Frame[];
  after: Answers;
}

const folder = new URL("../../../tests/transcripts/", import.meta.url);
const isThere = existsSync(folder);
const transcripts = isThere
  ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(isJson).map(read)
  : [];

function isJson(name: string): boolean {
  return name.endsWith(".json");
}

function read(name: string): Transcript {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8")) as Transcript;
}

/** How each answer is held: under which key, and as what. */
function heldOf(question: string, answer: unknown, me: string): [QueryKey, Held<unknown>] {
  const [, path = ""] = question.split(" ");
  const [, , , room, part] = path.split("/") as [string, string, string, RoomId, string | undefined];
  if (path === "/api/preferences") {
    return [preferencesKey, heldPreferences(answer as PreferencesAnswer, me)];
  }
  if (path === "/api/scheduled") {
    return [scheduledKey, heldScheduled(answer as ScheduledAnswer, me)];
  }
  if (path === "/api/watchwords") {
    return [watchwordsKey, heldWatchwords(answer as WatchwordsAnswer, me)];
  }
  if (path === "/api/drafts") return [draftsKey, heldDrafts(answer as DraftsAnswer, me)];
  if (path === "/api/screen") return [screenKey, heldScreen(answer as ScreenAnswer)];
  if (part === "threads") {
    const under = path.split("/")[5] as MessageId;
    return [threadKey(room, under), heldPage(room, answer as PageAnswer, under)];
  }
  if (part?.startsWith("messages")) return [pageKey(room), heldPage(room, answer as PageAnswer)];
  return [roomKey(room), heldRoom(answer as RoomAnswer)];
}

function cacheHolding(answers: Answers): QueryClient {
  const cache = new QueryClient();
  const { me } = answers["GET /api/screen"] as ScreenAnswer;
  for (const [question, answer] of Object.entries(answers)) {
    const [key, held] = heldOf(question, answer, me.account_id);
    cache.setQueryData(key, held);
  }
  return cache;
}

/** What a page does with frames in order: pieces of other streams stay, those of this one move on. */
function tell(cache: QueryClient, frames: Frame[]): void {
  const stands = new Map<string, number>();
  for (const frame of frames) {
    const after = stands.get(frame.stream) ?? frame.number - 1;
    take(cache, facts, frame, after);
    stands.set(frame.stream, frame.number);
  }
}

/** As it is compared: lists without an order of their own are sorted. */
function everythingIn(cache: QueryClient): Record<string, unknown> {
  const held = cache
    .getQueryCache()
    .getAll()
    .filter((query) => query.state.data instanceof Held);
  return Object.fromEntries(
    held.map((query) => [JSON.stringify(query.queryKey), comparable(query.state.data)]),
  );
}

function comparable(data: unknown): unknown {
  if (!(data instanceof Held)) return data;
  const { people: _, ...state } = data.state as Screen & Room & PageState; // whichever of them it is
  // Counts of readers come as signals, not as facts.
  const { marks: __, ...compared } = state;
  // Of a room the page shows the row of the first screen, and that one is compared there.
  if ("room" in state) Reflect.deleteProperty(compared, "room");
  if ("rooms" in state) Object.assign(compared, { rooms: state.rooms.toSorted(by("room_id")) });
  if ("members" in state) Object.assign(compared, { members: state.members.toSorted(by("account_id")) });
  return { compared, as_of: data.as_of };
}

function by(key: string) {
  return (one: object, other: object) =>
    String(Reflect.get(one, key)) < String(Reflect.get(other, key)) ? -1 : 1;
}

/** Everybody a fresh page names is known; that more are remembered does no harm. */
function knowsEverybody(cache: QueryClient, fresh: QueryClient): void {
  for (const query of fresh.getQueryCache().getAll()) {
    const { people } = (query.state.data as Held<Screen>).state;
    const known = cache.getQueryData<Held<Screen>>(query.queryKey)?.state.people;
    expect(known).toMatchObject(people);
  }
}

test.skipIf(!isThere)("there are transcripts to replay", () => {
  expect(transcripts.length).toBeGreaterThan(0);
});

test.each(transcripts)("C8 N114 $name: before + facts = after", ({ before, facts: frames, after }) => {
  const cache = cacheHolding(before);
  tell(cache, frames);
  const fresh = cacheHolding(after);
  expect(everythingIn(cache)).toEqual(everythingIn(fresh));
  knowsEverybody(cache, fresh);
});

test("C8: the replay itself would notice a page that did not follow", () => {
  const cache = new QueryClient();
  cache.setQueryData(screenKey, new Held({ rooms: [] }, { "room/福祉": 1 }));
  const before = everythingIn(cache);
  tell(cache, [{ stream: "room/福祉", number: 2 }]);
  expect(everythingIn(cache)).not.toEqual(before);
});
