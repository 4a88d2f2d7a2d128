/** Around the list of rooms: what is done with a room or a folder, what is asked for it, and the way back from it. */
import { lazy, type ReactNode, Suspense } from "react";

import type { Folder, RoomRow } from "@/generated/wire";
import type { ListActs } from "@/talk/rooms/listActs";

import { DoneLine } from "./DoneLine";
import { type Reading, useShelf } from "./useShelf";

// Most visits only read: what it takes to arrange comes with the first menu.
const Menus = lazy(() => import("./Menus").then((file) => ({ default: file.Menus })));
const NameFolder = lazy(() => import("./NameFolder").then((file) => ({ default: file.NameFolder })));
const ChooseFolder = lazy(() => import("./ChooseFolder").then((file) => ({ default: file.ChooseFolder })));

interface Props {
  rooms: RoomRow[];
  folders: Folder[];
  reading: Reading;
  contact: string;
  onBeside: ListActs["onBeside"];
  children: (acts: ListActs) => ReactNode;
}

export function Shelf({ rooms, folders, reading, contact, onBeside, children }: Props) {
  const shelf = useShelf({ rooms, reading, contact, onBeside });
  const { menu, asking, done } = shelf;
  return (
    <>
      {children(shelf.acts)}
      <DoneLine done={done} onClose={shelf.forget} />
      <Suspense>
        {menu && <Menus menu={menu} shelf={shelf} />}
        {asking?.what === "name" && (
          <NameFolder folder={asking.folder} contact={contact} onClose={shelf.answered} />
        )}
        {asking?.what === "place" && (
          <ChooseFolder room={asking.room} folders={folders} contact={contact} onClose={shelf.answered} />
        )}
      </Suspense>
    </>
  );
}
