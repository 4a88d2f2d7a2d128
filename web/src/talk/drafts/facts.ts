/** What was written on another device, as this page's own memory of the server takes it. */
import { change, type Handlers } from "@/platform/facts";

import type { Place } from "./entry";
import { draftsKey, type Shared, withDraft } from "./shared";

export const draftFacts: Handlers<"drafts.changed"> = {
  "drafts.changed": (cache, told) => {
    const { draft, ...place } = told.body;
    change<Shared>(cache, draftsKey, told, (shared) => withDraft(shared, place as Place, draft));
  },
};
