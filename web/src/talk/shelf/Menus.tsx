/** What can be done with a room of the list, and with a folder. */
import { useLingui } from "@lingui/react/macro";

import { Act } from "@/ui/ActsMenu";
import { MenuAt } from "@/ui/MenuAt";

import type { OpenMenu, Shelf } from "./useShelf";

export function Menus({ menu, shelf }: { menu: OpenMenu; shelf: Shelf }) {
  const { t } = useLingui();
  const { place } = menu;
  if (menu.what === "folder") {
    const { folder } = menu;
    return (
      <MenuAt label={t`フォルダ「${folder.name}」の操作`} place={place} onClose={shelf.closeMenu}>
        <Act icon="pencil" says={t`名前を変える`} onAction={() => shelf.ask({ what: "name", folder })} />
        <Act icon="trash" says={t`フォルダを消す`} onAction={() => shelf.remove(folder)} />
      </MenuAt>
    );
  }
  const { room } = menu;
  const { onBeside } = shelf.acts;
  return (
    <MenuAt label={t`${room.name}の操作`} place={place} onClose={shelf.closeMenu}>
      {room.is_favourite ? (
        <Act icon="starred" says={t`お気に入りから外す`} onAction={() => shelf.favour(room, false)} />
      ) : (
        <Act icon="star" says={t`お気に入りに入れる`} onAction={() => shelf.favour(room, true)} />
      )}
      {room.unread === 0 && room.last && (
        <Act icon="unread" says={t`未読にする`} onAction={() => shelf.unread(room)} />
      )}
      {room.notify === "none" ? (
        <Act icon="bell" says={t`通知を受け取る`} onAction={() => shelf.acts.onQuiet(room, false)} />
      ) : (
        <Act icon="bellOff" says={t`通知オフにする`} onAction={() => shelf.acts.onQuiet(room, true)} />
      )}
      <Act icon="folder" says={t`フォルダに入れる`} onAction={() => shelf.ask({ what: "place", room })} />
      {onBeside && <Act icon="columns" says={t`横に並べて開く`} onAction={() => onBeside(room.room_id)} />}
    </MenuAt>
  );
}
