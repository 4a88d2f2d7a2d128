/** 見せる: the screen is handed over with some pictures on it. The server locks; nothing here could let anybody out. */
import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";

import type { FileId } from "@/generated/wire";
import { api } from "@/platform/api";
import { withLineAtRest } from "@/platform/connection";
import { tellOtherTabs } from "@/platform/tabs";

import { lookWhoIsThere } from "./entrance";

/** As many as the server shows on one screen. */
export const MOST_SHOWN = 50;
/** Links count for five minutes. */
const RENEWED = 4 * 60_000;

export function useShow() {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: async (file_ids: FileId[]) => {
      // The browser takes the whole screen only from a press: before anything is waited for.
      const whole = fillScreen();
      await withLineAtRest(() => api.post("/api/showing", { body: { file_ids } }));
      await whole;
    },
    onSuccess: () => handedOver(cache),
    onError: () => leaveFullScreen(),
  });
}

async function handedOver(cache: QueryClient): Promise<void> {
  tellOtherTabs("someone else");
  await lookWhoIsThere(cache);
}

/** What the locked screen shows. */
export function useShowing() {
  return useQuery({
    queryKey: ["showing"],
    queryFn: ({ signal }) => api.get("/api/showing", { signal }),
    refetchInterval: RENEWED,
  });
}

/** Where a browser has no such thing, or will not now, the page is all of its window all the same. */
export async function fillScreen(): Promise<void> {
  await document.documentElement.requestFullscreen?.().catch(() => {});
}

export function leaveFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => {});
}
