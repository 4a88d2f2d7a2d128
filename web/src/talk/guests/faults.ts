/** What is wrong with a row of a list, in the server's own sentence. */
import type { GuestRow } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import "@/platform/seldom";

type Fault = GuestRow["faults"][number];

const columns: Record<Fault["field"], string> = {
  name: "氏名",
  kana: "ふりがな",
  firm: "会社・団体",
  email: "メール",
};

export function faultWords(row: GuestRow, { field, code }: Fault): string {
  const details = { row: row.row, column: columns[field], value: row[field], most: 80 };
  return sentenceOf(new Refusal(422, code, details), "");
}
