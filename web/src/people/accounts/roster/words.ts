/** The words for what becomes of a row, and for what changes in it. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

import type { RosterKind, RosterLine } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import "@/platform/seldom";

export const kinds: Record<RosterKind, MessageDescriptor> = {
  new: msg`新規`,
  changed: msg`変更`,
  moved: msg`異動`,
  unchanged: msg`変更なし`,
  missing: msg`名簿にない`,
  error: msg`エラー`,
};

const fields: Record<string, MessageDescriptor> = {
  name: msg`氏名`,
  kana: msg`ふりがな`,
  department: msg`所属`,
  concurrent: msg`兼務`,
  job_title: msg`職名`,
  employment_type: msg`任用形態`,
  seat: msg`席`,
  extension: msg`内線`,
  email: msg`メール`,
  display_order: msg`表示順`,
  short_name: msg`略称`,
  kind: msg`種別`,
  place: msg`場所`,
  floor: msg`階`,
  code: msg`所属コード`,
};

type Say = (words: MessageDescriptor) => string;

/** 「職名：係長 → 課長」, or what is wrong with the row. */
export function changesIn(line: RosterLine, say: Say, contact: string): string {
  if (line.wrong.length > 0) return line.wrong.map((cell) => wrongIn(cell, contact)).join(" ");
  if (line.kind === "missing")
    return say(line.is_stoppable ? msg`そのままにします` : msg`そのままにします（管理者か自分）`);
  if (line.is_back) return say(msg`前にいた職員です。もう一度使えるようになります`);
  if (line.kind !== "new") return deltasOf(line, say);
  const first = say(msg`最初のパスワードの用紙は、取り込んだあとに出せます`);
  return line.deltas.length > 0 ? `${deltasOf(line, say)}。${first}` : first;
}

function deltasOf(line: RosterLine, say: Say): string {
  return line.deltas
    .map(({ field, before, after }) => {
      const name = fields[field] ? say(fields[field]) : field;
      return `${name}：${before || "—"} → ${after || "—"}`;
    })
    .join("、");
}

type Cell = RosterLine["wrong"][number];

/** The sentence of the server's catalogue with its column; the row stands beside it already. */
export function wrongIn(cell: Cell, contact: string): string {
  const said = sentenceOf(new Refusal(422, cell.reason, { ...cell }), contact);
  const rule = said.replace(/^.*?(：|: )/, "");
  return cell.column === "" || rule.startsWith(cell.column) ? rule : `${cell.column}：${rule}`;
}
