/** What the list of rooms lets one do with what stands in it; done by whoever shows the list. */
import type { Folder, FolderId, RoomId, RoomRow } from "@/generated/wire";
import type { MenuPlace } from "@/ui/MenuAt";

export interface ListActs {
  /** The two that a finger can do without the menu. */
  onFavour: (room: RoomRow, isFavourite: boolean) => void;
  onQuiet: (room: RoomRow, isQuiet: boolean) => void;
  onRoomMenu: (room: RoomRow, place: MenuPlace) => void;
  onFolderMenu: (folder: Folder, place: MenuPlace) => void;
  onFold: (folder: Folder, isShut: boolean) => void;
  onPut: (room: RoomId, folder: FolderId | null) => void;
  onNewFolder: () => void;
  /** Opens a room at the side of the one that is open; null where there is no width for it. */
  onBeside: ((room: RoomId) => void) | null;
}
