/** What read marks do to the page: my own as a fact, those of others as counts. */
import type { Handlers } from "@/platform/facts";
import { amend } from "@/platform/held";
import type { SignalHandlers } from "@/platform/live";
import { pagesKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { changeRow, readUpTo } from "@/talk/rooms/rows";

export const receiptFacts: Handlers<"receipts.marked"> = {
  /** I have read on, here or on another device. */
  "receipts.marked": (cache, told) => {
    const { room_id, ordinal } = told.body;
    changeRow(cache, told, room_id, (row) => readUpTo(row, ordinal));
  },
};

export const receiptSignals: SignalHandlers = {
  "receipts.counted": (cache, { room_id, marks }) => {
    for (const { queryKey } of cache.getQueryCache().findAll({ queryKey: pagesKey(room_id) })) {
      amend<PageState>(cache, queryKey, (page) => ({ ...page, marks }));
    }
  },
};
