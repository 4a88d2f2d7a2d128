/** What facts about units and organizations do to the page. */
import { treeKey } from "@/people/orgs/keys";
import { type Handlers, rereadInTime } from "@/platform/facts";

export const orgFacts: Handlers<"orgs.arranged"> = {
  /** Whoever shows the tree asks again; names of units stand beside people everywhere, there it may take its time. */
  "orgs.arranged": (cache, { stream, body }) => {
    void cache.invalidateQueries({ queryKey: treeKey });
    void cache.invalidateQueries({ queryKey: ["people"] });
    if (body.shown) rereadInTime(cache, [stream]);
  },
};
