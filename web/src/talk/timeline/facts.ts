/** What facts about the body do to the first screen: which modules it has left. */
import type { Screen } from "@/generated/wire";
import { change, type Handlers, rereadInTime } from "@/platform/facts";
import { screenKey } from "@/talk/rooms/rows";

export const bodyFacts: Handlers<"orgs.modules_changed" | "orgs.settings_changed"> = {
  /** Menus follow at once; rooms that come or go with a module, and whatever else is held, are read anew. */
  "orgs.modules_changed": (cache, told) => {
    const { switched_off } = told.body;
    change<Screen>(cache, screenKey, told, ({ me, ...screen }) => ({
      ...screen,
      me: { ...me, switched_off },
    }));
    void cache.invalidateQueries({ queryKey: ["modules"] });
    rereadInTime(cache, [told.stream]);
  },

  /** Whoever shows a setting asks again; what follows from it is told by the feature whose setting it is. */
  "orgs.settings_changed": (cache, { body }) => {
    void cache.invalidateQueries({ queryKey: ["settings", body.setting] });
  },
};
