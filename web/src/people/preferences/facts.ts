/** What is chosen on another device holds on this page too. */
import type { Preferences } from "@/generated/wire";
import { change, type Handlers } from "@/platform/facts";

import { preferencesKey, underWay } from "./preferences";

export const preferenceFacts: Handlers<"preferences.changed"> = {
  "preferences.changed": (cache, told) =>
    change<Preferences>(cache, preferencesKey, told, () => ({
      ...told.body.preferences,
      ...underWay(cache),
    })),
};
