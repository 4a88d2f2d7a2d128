/** What facts about accounts do to the page. */
import { directoryKey } from "@/people/accounts/directory";
import { managedKey } from "@/people/accounts/managing/keys";
import { treeKey } from "@/people/orgs/keys";
import { type Handlers, rereadInTime } from "@/platform/facts";

export const accountFacts: Handlers<
  | "accounts.suspended"
  | "accounts.restored"
  | "accounts.rights_changed"
  | "accounts.changed"
  | "accounts.imported"
  | "accounts.acted"
> = {
  // A suspended person's line is closed; to the others nothing on the screen says so.
  "accounts.suspended": () => {},
  "accounts.restored": () => {},
  "accounts.acted": () => {},

  /** What may be done here came with everything that was asked: it is asked again. */
  "accounts.rights_changed": (cache) => {
    void cache.invalidateQueries();
  },

  /** Names, departments and titles may have changed anywhere on the page. */
  "accounts.imported": (cache, { stream }) => {
    void cache.invalidateQueries({ queryKey: directoryKey });
    void cache.invalidateQueries({ queryKey: managedKey });
    void cache.invalidateQueries({ queryKey: treeKey });
    rereadInTime(cache, [stream]);
  },

  /** The same of some people, or of very many. */
  "accounts.changed": (cache, { stream }) => {
    void cache.invalidateQueries({ queryKey: directoryKey });
    void cache.invalidateQueries({ queryKey: managedKey });
    void cache.invalidateQueries({ queryKey: treeKey });
    rereadInTime(cache, [stream]);
  },
};
