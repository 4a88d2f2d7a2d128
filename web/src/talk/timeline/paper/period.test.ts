/** Which days of a room go on paper, and which a print says that it holds. */
import { expect, test } from "vitest";

import { iso } from "@/kit/days";

import { periodOf, spanOf } from "./period";

const today = { year: 2026, month: 11, day: 26 };
const none = { first: "", last: "" };

test.each([
  ["today", none, { first: "2026-11-26", last: "2026-11-26" }],
  ["week", none, { first: "2026-11-20", last: "2026-11-26" }],
  ["month", none, { first: "2026-10-28", last: "2026-11-26" }],
  ["all", none, { first: null, last: null }],
  ["days", none, { first: null, last: null }],
  ["days", { first: "R8.11.1", last: "" }, { first: "2026-11-01", last: null }],
  ["days", { first: "", last: "昭和64年1月7日" }, { first: null, last: "1989-01-07" }],
  ["days", { first: "R8.11.3", last: "R8.11.3" }, { first: "2026-11-03", last: "2026-11-03" }],
  ["days", { first: "R8.11.4", last: "R8.11.3" }, null],
  ["days", { first: "きのう", last: "" }, null],
  ["days", { first: "R8.2.30", last: "" }, null],
] as const)("RECORD-7: %s with %o is %o", (chosen, written, meant) => {
  expect(periodOf(chosen, written, today)).toEqual(meant);
});

test.each([
  ["days that were chosen", { first: "2026-11-01", last: "2026-11-05" }, ["2026-11-01", "2026-11-05"]],
  ["from its first message on", { first: null, last: null }, ["2026-11-10", "2026-11-26"]],
  ["days to come", { first: "2027-04-01", last: null }, ["2027-04-01", "2027-04-01"]],
])("RECORD-7: a print says that it holds %s", (_, period, said) => {
  expect(spanOf(period, "2026-11-09T15:00:00Z", today).map(iso)).toEqual(said);
});
