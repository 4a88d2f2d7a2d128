/** Which menu of the list stands open, what is asked, and what was done last, with the way back. */
import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useState } from "react";

import type { Folder, FolderId, Notify, RoomId, RoomRow } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import type { ListActs } from "@/talk/rooms/listActs";
import type { MenuPlace } from "@/ui/MenuAt";

import { type Deed, type Done, tried } from "./done";
import { changeFolder, favourRoom, makeFolder, putRoom, removeFolder } from "./shelf";

export type OpenMenu = { place: MenuPlace } & (
  | { what: "room"; room: RoomRow }
  | { what: "folder"; folder: Folder }
);
export type Asking = { what: "name"; folder: Folder | null } | { what: "place"; room: RoomRow };

export interface Shelf {
  menu: OpenMenu | null;
  asking: Asking | null;
  done: Done | null;
  acts: ListActs;
  closeMenu: () => void;
  ask: (asking: Asking) => void;
  answered: () => void;
  forget: () => void;
  favour: (room: RoomRow, isFavourite: boolean) => void;
  unread: (room: RoomRow) => void;
  remove: (folder: Folder) => void;
}

/** How read marks are moved by hand. */
export interface Reading {
  markUnread: (room: RoomId, from: null) => Promise<void>;
  markRead: (room: RoomId, ordinal: number) => Promise<void>;
  /** What of a room calls one; `usual` is what calls those who have chosen nothing. */
  notify: (room: RoomId, what: Notify | "usual") => Promise<void>;
}

interface Given {
  rooms: RoomRow[];
  reading: Reading;
  contact: string;
  onBeside: ListActs["onBeside"];
}

export function useShelf({ rooms, reading, contact, onBeside }: Given): Shelf {
  const [menu, openMenu] = useState<OpenMenu | null>(null);
  const [asking, ask] = useState<Asking | null>(null);
  const [done, tell] = useState<Done | null>(null);

  const attempt = (says: MessageDescriptor | null, deed: Deed) => {
    tell(null);
    void tried(says, deed, contact).then(tell);
  };
  const put = (room_id: RoomId, folder: FolderId | null) => {
    const from = rooms.find((room) => room.room_id === room_id)?.folder_id ?? null;
    if (from === folder) return;
    attempt(folder ? msg`フォルダに入れました` : msg`フォルダから出しました`, {
      act: () => putRoom(room_id, folder),
      undo: () => putRoom(room_id, from),
    });
  };

  const favour = ({ room_id }: RoomRow, isFavourite: boolean) =>
    attempt(isFavourite ? msg`お気に入りに入れました` : msg`お気に入りから外しました`, {
      act: () => favourRoom(room_id, isFavourite),
      undo: () => favourRoom(room_id, !isFavourite),
    });
  const quiet = ({ room_id, notify }: RoomRow, isQuiet: boolean) =>
    attempt(isQuiet ? msg`通知オフにしました` : msg`通知を受け取るようにしました`, {
      act: () => reading.notify(room_id, isQuiet ? "none" : "usual"),
      undo: () => reading.notify(room_id, notify),
    });

  return {
    menu,
    asking,
    done,
    ask,
    acts: {
      onBeside,
      onFavour: favour,
      onQuiet: quiet,
      onRoomMenu: (room, place) => openMenu({ what: "room", room, place }),
      onFolderMenu: (folder, place) => openMenu({ what: "folder", folder, place }),
      onFold: (folder, is_shut) => attempt(null, { act: () => changeFolder(folder.folder_id, { is_shut }) }),
      onPut: put,
      onNewFolder: () => ask({ what: "name", folder: null }),
    },
    closeMenu: () => openMenu(null),
    answered: () => ask(null),
    forget: () => tell(null),
    favour,
    unread: ({ room_id, mark }) =>
      attempt(msg`未読にしました`, {
        act: () => reading.markUnread(room_id, null),
        undo: () => reading.markRead(room_id, mark),
      }),
    remove: (folder) => {
      const inside = rooms.filter((room) => room.folder_id === folder.folder_id);
      const { name, position } = folder;
      const again = { request_key: ulid(), name, position, rooms: inside.map((room) => room.room_id) };
      attempt(msg`フォルダを消しました。中のルームは一覧に残っています`, {
        act: () => removeFolder(folder.folder_id),
        undo: () => makeFolder(again),
      });
    },
  };
}
