/** What read marks do to the page: my own as a fact, those of others as counts. */
import type { Handlers } from "@/platform/facts";
import type { SignalHandlers } from "@/platform/live";
import { leaveUnread, setMarks } from "@/talk/receipts/marks";
import { changeRow, changeWaiting, putBackTo, readUpTo, rowIn } from "@/talk/rooms/rows";

export const receiptFacts: Handlers<"receipts.marked" | "receipts.put_back"> = {
  /** I have read on, here or on another device. */
  "receipts.marked": (cache, told) => {
    const { room_id, ordinal } = told.body;
    changeWaiting(cache, told, { room_id, ordinal: ordinal + 1 }, (row) => readUpTo(row, ordinal));
  },

  /** I want to read it again, and have said so here or on another device. */
  "receipts.put_back": (cache, told) => {
    const { room_id, mark } = told.body;
    changeRow(cache, told, room_id, (row) => putBackTo(row, told.body));
    if ((rowIn(cache, room_id)?.mark ?? mark) <= mark) leaveUnread(room_id, mark);
  },
};

export const receiptSignals: Pick<SignalHandlers, "receipts.counted"> = {
  "receipts.counted": (cache, { room_id, marks }) => setMarks(cache, room_id, marks),
};
