/** What is told about presence does not touch what is held: it is fleeting, and only of those in sight. */
import type { SignalHandlers } from "@/platform/live";

import { hearPresences, lookAgain } from "./presence";

export const presenceSignals: Pick<SignalHandlers, "presence.changed"> = {
  "presence.changed": (_, { people, more }) => (more ? lookAgain(10_000) : hearPresences(people)),
};
