/** What becomes of messages that one keeps for later: how many are due stands at once, the list is read anew. */
import type { QueryClient } from "@tanstack/react-query";

import type { Screen } from "@/generated/wire";
import type { Handlers, Placed } from "@/platform/facts";
import { changeScreen } from "@/talk/rooms/rows";

import { laterKey } from "./later";

export const laterFacts: Handlers<"later.changed" | "later.rang"> = {
  "later.changed": (cache, told) => counted(cache, told, told.body.due),
  "later.rang": (cache, told) => counted(cache, told, told.body.due),
};

function counted(cache: QueryClient, told: Placed, due: Screen["due"]): void {
  changeScreen(cache, told, (screen) => ({ ...screen, due }));
  void cache.invalidateQueries({ queryKey: laterKey });
}
