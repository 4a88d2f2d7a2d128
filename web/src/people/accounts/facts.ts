/** What facts about accounts do to the page. */
import { directoryKey } from "@/people/accounts/directory";
import { type Handlers, rereadInTime } from "@/platform/facts";

export const accountFacts: Handlers<
  "accounts.suspended" | "accounts.restored" | "accounts.rights_changed" | "accounts.imported"
> = {
  // A suspended person's line is closed; to the others nothing on the screen says so.
  "accounts.suspended": () => {},
  "accounts.restored": () => {},

  /** What may be done here came with everything that was asked: it is asked again. */
  "accounts.rights_changed": (cache) => {
    void cache.invalidateQueries();
  },

  /** Names, departments and titles may have changed anywhere on the page. */
  "accounts.imported": (cache, { stream }) => {
    void cache.invalidateQueries({ queryKey: directoryKey });
    rereadInTime(cache, [stream]);
  },
};
