/** What stands in a room's log, line by line. */
import { describe, expect, test } from "vitest";

import type { AccountId, Line, Message, MessageId, SendKey } from "@/generated/wire";
import { placeOf, type Row, rowsOf } from "@/talk/messages/rows";
import type { Waiting } from "@/talk/messages/waiting";

const yamada = "yamada" as AccountId;
const tanaka = "tanaka" as AccountId;

function said(ordinal: number, author_id: AccountId, posted_at: string): Message {
  return {
    message_id: `m${ordinal}` as MessageId,
    ordinal,
    send_key: `k${ordinal}` as SendKey,
    author_id,
    on_behalf_of: null,
    parts: [{ kind: "text", text: `${ordinal}` }],
    posted_at,
    unit: "地域保健係",
    edited_at: null,
    thread_id: null,
    in_room: true,
    quote: null,
    is_withdrawn: false,
    withdrawn_by: null,
  };
}

function quietly(after_ordinal: number, at: string): Line {
  const line_id = `after ${after_ordinal}`;
  return {
    line_id,
    after_ordinal,
    at,
    kind: "purpose",
    by: null,
    on_behalf_of: null,
    who: [],
    count: 0,
    words: "",
  };
}

function waitingUnder(send_key: string): Waiting {
  return {
    send_key: send_key as SendKey,
    parts: [{ kind: "text", text: "あとで" }],
    state: "waiting",
    refusal: null,
    forWhom: null,
    writtenFor: null,
    quote: null,
    under: null,
    until: null,
    written_at: "2026-11-20T05:07:00Z",
  };
}

const quiet = { lines: [], waiting: [], hasOlder: false, readTo: null, me: yamada };
/** Without the line that stands at the head of every room. */
const shapes = (rows: Row[]) =>
  rows
    .filter((row) => row.kind !== "beginning")
    .map((row) =>
      row.kind === "message" ? `${row.message.ordinal}${row.begins ? " begins" : ""}` : row.kind,
    );

/** What stands in a thread and not in the room's own log. */
function answered(ordinal: number, root: string): Message {
  const message = said(ordinal, tanaka, `2026-11-20T05:0${ordinal}:00Z`);
  return { ...message, thread_id: root as MessageId, in_room: false };
}

describe("MSG-3: answers in a thread", () => {
  const messages = [said(1, tanaka, "2026-11-20T05:01:00Z"), ...[2, 3].map((each) => answered(each, "m1"))];

  test("make one line in the room, as long as nothing stands between them", () => {
    const more = [...messages, answered(4, "m0"), said(5, tanaka, "2026-11-20T05:05:00Z"), answered(6, "m0")];
    const rows = rowsOf({ ...quiet, messages: more });
    expect(shapes(rows)).toEqual(["day", "1 begins", "answers", "answers", "5 begins", "answers"]);
    expect(rows.map((row) => (row.kind === "answers" ? row.answers.length : 0))).toEqual([
      0, 0, 0, 2, 1, 0, 1,
    ]);
    expect(placeOf(rows, "m3")).toEqual({ key: rows[3]?.key, align: "center" });
  });

  test("are messages like any other in the thread itself, below the one that began it", () => {
    const rows = rowsOf({ ...quiet, messages: messages.slice(1), hasOlder: false, inThread: true });
    expect(shapes(rows)).toEqual(["root", "day", "2 begins", "3"]);
  });
});

describe("a log that goes on above", () => {
  const at = (minute: number) => `2026-11-19T14:5${minute}:00Z`;
  const messages = [
    said(1, tanaka, at(0)),
    said(2, tanaka, at(1)),
    answered(3, "m1"),
    answered(4, "m1"),
    said(5, tanaka, at(8)),
    said(6, tanaka, at(9)),
    said(7, tanaka, "2026-11-19T15:01:00Z"), // 00:01 in Japan
  ];
  const lines = [quietly(2, at(2)), quietly(4, at(7))];
  const above = { ...quiet, lines, hasOlder: true };

  test("keeps every line as it is when what comes before it is read", () => {
    const whole = rowsOf({ ...above, messages });
    for (let from = 1; from < messages.length - 1; from += 1) {
      const rows = rowsOf({ ...above, messages: messages.slice(from) });
      expect(rows).toEqual(whole.slice(-rows.length));
    }
  });

  test("hides nothing that is new, and not the only one there is", () => {
    expect(shapes(rowsOf({ ...above, lines: [], messages: messages.slice(4), readTo: 4 }))).toEqual([
      "day",
      "unread",
      "5 begins",
      "6",
      "day",
      "7 begins",
    ]);
    expect(shapes(rowsOf({ ...above, lines: [], messages: messages.slice(6) }))).toEqual(["day", "7 begins"]);
  });
});

describe("the lines of a log", () => {
  test("a run ends when its author serves in another unit: each bubble says where it was said", () => {
    const before = said(1, tanaka, "2026-03-31T15:00:00Z");
    const after = { ...said(2, tanaka, "2026-03-31T15:01:00Z"), unit: "土木課" };
    const rows = rowsOf({ ...quiet, messages: [before, after] });
    expect(shapes(rows)).toEqual(["day", "1 begins", "2 begins"]);
  });

  test("ROOM-10: a quiet line stands where it came about, ends a run, and brings its day", () => {
    const messages = [
      said(1, tanaka, "2026-11-19T05:00:00Z"),
      said(2, tanaka, "2026-11-19T05:01:00Z"),
      said(3, tanaka, "2026-11-19T05:02:00Z"),
    ];
    const lines = [
      quietly(0, "2026-11-18T05:00:00Z"),
      quietly(2, "2026-11-19T05:01:30Z"),
      quietly(3, "2026-11-20T05:00:00Z"),
    ];
    const rows = rowsOf({ ...quiet, messages, lines });
    expect(shapes(rows)).toEqual([
      "day",
      "quiet",
      "day",
      "1 begins",
      "2",
      "quiet",
      "3 begins",
      "day",
      "quiet",
    ]);
    const second = rows.find((row) => row.kind === "message" && row.message.ordinal === 2);
    expect(second).toMatchObject({ next: null });
    expect(shapes(rowsOf({ ...quiet, messages: [], lines }))).toEqual([
      "day",
      "quiet",
      "day",
      "quiet",
      "day",
      "quiet",
    ]);
  });

  test("a run by one author within five minutes is one group, and a new day ends it", () => {
    const messages = [
      said(1, tanaka, "2026-11-19T14:58:00Z"),
      said(2, tanaka, "2026-11-19T14:59:00Z"),
      said(3, tanaka, "2026-11-19T15:01:00Z"), // 00:01 in Japan
      said(4, tanaka, "2026-11-19T15:06:00Z"),
      said(5, yamada, "2026-11-19T15:07:00Z"),
    ];
    expect(shapes(rowsOf({ ...quiet, messages }))).toEqual([
      "day",
      "1 begins",
      "2",
      "day",
      "3 begins",
      "4 begins",
      "5 begins",
    ]);
  });

  test("the unread line stands once, before the first message after the mark", () => {
    const messages = [1, 2, 3, 4].map((ordinal) => said(ordinal, tanaka, "2026-11-20T05:00:00Z"));
    const rows = rowsOf({ ...quiet, messages, readTo: 2 });
    expect(shapes(rows)).toEqual(["day", "1 begins", "2", "unread", "3 begins", "4"]);
    expect(placeOf(rows, null)).toEqual({ key: "unread", align: "start" });
  });

  test("a permalink opens at its message, a read room at its end", () => {
    const rows = rowsOf({
      ...quiet,
      messages: [1, 2, 3].map((n) => said(n, tanaka, "2026-11-20T05:00:00Z")),
    });
    expect(placeOf(rows, "m2")).toEqual({ key: rows[3]?.key, align: "center" });
    expect(placeOf(rows, null)).toBe(null);
  });

  test("a message that has arrived does not stand there a second time as one on its way", () => {
    const messages = [said(1, yamada, "2026-11-20T05:00:00Z")];
    const rows = rowsOf({ ...quiet, messages, waiting: [waitingUnder("k1"), waitingUnder("k2")] });
    expect(shapes(rows)).toEqual(["day", "1 begins", "waiting"]);
    expect(new Set(rows.map((row) => row.key)).size).toBe(4);
  });

  test("another author's message under the same send key hides nothing of mine", () => {
    const messages = [said(1, tanaka, "2026-11-20T05:00:00Z")];
    expect(shapes(rowsOf({ ...quiet, messages, waiting: [waitingUnder("k1")] }))).toEqual([
      "day",
      "1 begins",
      "waiting",
    ]);
  });
});
