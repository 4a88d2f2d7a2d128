/** What has become of a file that hangs at a message: whoever shows it asks anew what of it goes to their side. */
import { filesKey } from "@/people/files/facts";
import type { Handlers } from "@/platform/facts";

export const attachmentFacts: Handlers<"attachments.judged"> = {
  "attachments.judged": (cache, told) => {
    void cache.invalidateQueries({ queryKey: [...filesKey, told.body.file_id] });
  },
};
