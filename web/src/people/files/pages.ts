/** The pages of a PDF, each with a link that counts for minutes. */
import { useQuery } from "@tanstack/react-query";

import type { FileId } from "@/generated/wire";
import { api } from "@/platform/api";

import { filesKey } from "./facts";

/** Links count for five minutes. */
const RENEWED = 4 * 60_000;

export function usePages(file_id: FileId) {
  return useQuery({
    queryKey: [...filesKey, file_id, "pages"],
    queryFn: ({ signal }) => api.get("/api/files/{file_id}/pages", { path: { file_id }, signal }),
    staleTime: RENEWED,
    refetchInterval: RENEWED,
    // With a new link a page that did not come is tried again.
    refetchOnReconnect: "always",
  });
}
