/** The first screen: who I am, my rooms, the people in sight. One question, then facts keep it true. */
import { useQuery } from "@tanstack/react-query";

import type { Screen } from "@/generated/wire";
import { api } from "@/platform/api";
import { heldQuery } from "@/platform/held";
import { heldScreen, screenKey } from "@/talk/rooms/rows";

export const screenQuery = heldQuery<Screen>({
  key: screenKey,
  read: async (signal) => heldScreen(await api.get("/api/screen", { signal })),
  gcTime: Number.POSITIVE_INFINITY,
});

export function useScreen() {
  return useQuery(screenQuery);
}
