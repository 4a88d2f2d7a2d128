/** What read marks do to the page: my own as a fact, those of others as counts. */
import type { Handlers } from "@/platform/facts";
import type { SignalHandlers } from "@/platform/live";
import { setMarks } from "@/talk/receipts/marks";
import { changeRow, readUpTo } from "@/talk/rooms/rows";

export const receiptFacts: Handlers<"receipts.marked"> = {
  /** I have read on, here or on another device. */
  "receipts.marked": (cache, told) => {
    const { room_id, ordinal } = told.body;
    changeRow(cache, told, room_id, (row) => readUpTo(row, ordinal));
  },
};

export const receiptSignals: Pick<SignalHandlers, "receipts.counted"> = {
  "receipts.counted": (cache, { room_id, marks }) => setMarks(cache, room_id, marks),
};
