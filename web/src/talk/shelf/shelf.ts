/** How one keeps one's rooms, as it is asked of the server. The facts that follow put it on the screen. */
import type { FolderId, RoomId } from "@/generated/wire";
import { api } from "@/platform/api";

export async function favourRoom(room_id: RoomId, isFavourite: boolean): Promise<void> {
  const at = "/api/rooms/{room_id}/favourite";
  const path = { room_id };
  await (isFavourite ? api.put(at, { path }) : api.delete(at, { path }));
}

export async function putRoom(room_id: RoomId, folder_id: FolderId | null): Promise<void> {
  await api.put("/api/rooms/{room_id}/folder", { path: { room_id }, body: { folder_id } });
}

interface NewFolder {
  /** One for all the tries of one intention. */
  request_key: string;
  name: string;
  rooms: RoomId[];
  position?: number | null;
}

export async function makeFolder(folder: NewFolder): Promise<void> {
  await api.post("/api/shelf/folders", { body: folder });
}

export async function changeFolder(
  folder_id: FolderId,
  change: { name: string } | { is_shut: boolean },
): Promise<void> {
  await api.patch("/api/shelf/folders/{folder_id}", { path: { folder_id }, body: change });
}

/** What was in it stays in the list. */
export async function removeFolder(folder_id: FolderId): Promise<void> {
  await api.delete("/api/shelf/folders/{folder_id}", { path: { folder_id } });
}
