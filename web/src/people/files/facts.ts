/** What has become of a file that I have brought, on whichever device. */
import type { Handlers } from "@/platform/facts";

export const filesKey = ["files"] as const;

export const fileFacts: Handlers<"files.judged"> = {
  "files.judged": (cache, told) => {
    void cache.invalidateQueries({ queryKey: [...filesKey, told.body.file_id] });
  },
};
