/** What hangs in a room: a part of it at a time, from the newest back, and read anew when something comes or goes. */
import { useInfiniteQuery } from "@tanstack/react-query";

import type { FilePart, GalleryFile, People, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

import { galleryKey } from "./galleryKey";

export type Hung = "pictures" | "files";

/** Whoever is in a room and whoever follows it have doors of their own. */
export type Through = "/api/rooms/{room_id}/gallery" | "/api/rooms/{room_id}/following/gallery";

export function useGallery(room_id: RoomId, hung: Hung, through: Through) {
  const list = useInfiniteQuery({
    queryKey: [...galleryKey(room_id), through, hung],
    queryFn: ({ pageParam, signal }) => {
      const query = { hung, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api.get(through, { path: { room_id }, query, signal });
    },
    initialPageParam: null as string | null, // widens the type: the first part has no cursor
    getNextPageParam: ({ older }) => older,
  });
  const { data, isError, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  const pages = data?.pages ?? [];
  return {
    /** Null until they are read. */
    files: data ? pages.flatMap((page) => page.files) : null,
    people: Object.assign({}, ...pages.map((page) => page.people)) as People,
    isError,
    again: () => void refetch(),
    /** Asks for older ones; null where there are none, or while they are on their way. */
    older: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
    isOnItsWay: isFetchingNextPage,
  };
}

/** As a message carries it. */
export function partOf({ file_id, words, about }: GalleryFile): FilePart {
  return { kind: "file", file_id, words, ...(about && { about }) };
}
