/** The words that one watches for: asked once, kept true by facts; and what can be done with them. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { Watchword, WatchwordId, WatchwordsAnswer } from "@/generated/wire";
import { api } from "@/platform/api";
import { Held, heldQuery } from "@/platform/held";
import { screenIn } from "@/talk/rooms/rows";

export interface Watched {
  words: Watchword[];
  most: number;
}

export const watchwordsKey = ["watchwords"];

/** The answer does not say whose it is: that is who asks. */
export function heldWatchwords({ words, most, number }: WatchwordsAnswer, me: string): Held<Watched> {
  return new Held<Watched>({ words, most }, { [`person/${me}`]: number });
}

export function useWatchwords() {
  const cache = useQueryClient();
  const me = screenIn(cache)?.me.account_id ?? "";
  return useQuery(
    heldQuery<Watched>({
      key: watchwordsKey,
      read: async (signal) => heldWatchwords(await api.get("/api/watchwords", { signal }), me),
    }),
  );
}

export function useWatchFor() {
  return useMutation({
    mutationFn: (word: string): Promise<Watchword> => api.post("/api/watchwords", { body: { word } }),
  });
}

export function useForgetWord() {
  return useMutation({
    mutationFn: async ({ watchword_id }: { watchword_id: WatchwordId; word: string }): Promise<void> => {
      await api.delete("/api/watchwords/{watchword_id}", { path: { watchword_id } });
    },
  });
}
