/** What a sign that somebody sets or takes back does to the page. */
import { changeAll, type Handlers } from "@/platform/facts";
import { pagesKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { told as toldOf } from "@/talk/reactions/counts";
import { confirmed } from "@/talk/reactions/react";
import { rowIn, screenIn } from "@/talk/rooms/rows";

export const reactionFacts: Handlers<"reactions.changed"> = {
  "reactions.changed": (cache, told) => {
    const { room_id, message_id, account_id } = told.body;
    // Whoever answers for a unit sets the unit's sign, whichever of them it was.
    const me = rowIn(cache, room_id)?.held_for ?? screenIn(cache)?.me.account_id;
    if (!me) return;
    changeAll<PageState>(cache, pagesKey(room_id), told, (page) => {
      // What stands under a message that is not in the window comes with the message.
      if (!page.messages.some((message) => message.message_id === message_id)) return page;
      return { ...page, reactions: toldOf(page.reactions, told.body, me) };
    });
    if (account_id === me) confirmed(told.body);
  },
};
