/** The list of rooms, line by line: favourites at its head, then folders with what is in them, then the rest. */
import type { Folder, FolderId, RoomRow } from "@/generated/wire";

export type Line =
  | { kind: "room"; key: string; room: RoomRow; folder: FolderId | null }
  | { kind: "folder"; key: string; folder: Folder; rooms: number; unread: number }
  | { kind: "rest"; key: string };

/** A favourite stands at the head and nowhere else; of a folder that is shut only the open room stays in sight. */
export function listed(ordered: RoomRow[], folders: Folder[], open: string | null): Line[] {
  const head = ordered.filter((room) => room.is_favourite);
  const others = byFolder(ordered);
  const inFolders = folders.flatMap((folder) =>
    folderLines(folder, others.get(folder.folder_id) ?? [], open),
  );
  const rest = others.get(null) ?? [];
  const isParted = folders.length > 0 && rest.length > 0;
  return [
    ...head.map((room) => roomLine(room, null)),
    ...inFolders,
    ...(isParted ? [{ kind: "rest", key: "rest" } as const] : []),
    ...rest.map((room) => roomLine(room, null)),
  ];
}

/** The same rooms in the same order without any parting: for what was looked for. */
export function plain(ordered: RoomRow[]): Line[] {
  return ordered.map((room) => roomLine(room, null));
}

/** The rooms that stand in these lines, from the top. */
export function roomsOf(lines: Line[]): RoomRow[] {
  return lines.flatMap((line) => (line.kind === "room" ? [line.room] : []));
}

function byFolder(ordered: RoomRow[]): ReadonlyMap<FolderId | null, RoomRow[]> {
  const found = new Map<FolderId | null, RoomRow[]>();
  for (const room of ordered) {
    if (room.is_favourite) continue;
    const there = found.get(room.folder_id);
    if (there) there.push(room);
    else found.set(room.folder_id, [room]);
  }
  return found;
}

function folderLines(folder: Folder, rooms: RoomRow[], open: string | null): Line[] {
  const unread = rooms.reduce((sum, room) => sum + room.unread, 0);
  const shown = folder.is_shut ? rooms.filter((room) => room.room_id === open) : rooms;
  const { folder_id } = folder;
  return [
    { kind: "folder", key: folder_id, folder, rooms: rooms.length, unread },
    ...shown.map((room) => roomLine(room, folder_id)),
  ];
}

function roomLine(room: RoomRow, folder: FolderId | null): Line {
  return { kind: "room", key: room.room_id, room, folder };
}
