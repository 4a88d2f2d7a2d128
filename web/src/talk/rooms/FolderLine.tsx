/** A folder in the list of rooms: opens and shuts, and says how many messages wait in it while it is shut. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { Button } from "react-aria-components";

import type { Folder } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Badge } from "@/ui/Badge";
import { Icon } from "@/ui/Icon";

import type { ListActs } from "./listActs";

interface Props {
  folder: Folder;
  rooms: number;
  unread: number;
  isOver: boolean;
  acts: ListActs;
}

export function FolderLine({ folder, rooms, unread, isOver, acts }: Props) {
  const { t } = useLingui();
  const more = useRef<HTMLButtonElement>(null);
  const openMenu = (anchor: HTMLElement, x?: number, y?: number) =>
    acts.onFolderMenu(folder, { anchor, point: x === undefined || y === undefined ? null : { x, y } });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same menu opens by its button.
    <div
      data-into={folder.folder_id}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(event.currentTarget, event.clientX, event.clientY);
      }}
      className={`flex items-center rounded-8 border-2 ${isOver ? "border-accent bg-accent-soft" : "border-transparent forced-colors:border-[Canvas]"}`}
    >
      <Button
        data-walk=""
        aria-expanded={!folder.is_shut}
        onPress={() => acts.onFold(folder, !folder.is_shut)}
        className="flex min-h-9 min-w-0 grow items-center gap-2 rounded-8 px-1.5 py-1 text-left text-small font-bold text-firm hover:bg-hovered coarse:min-h-11"
      >
        <Icon name={folder.is_shut ? "forward" : "below"} size={16} />
        <Icon name="folder" size={18} />
        <span className="cut">
          <AsTyped>{folder.name}</AsTyped>
        </span>
        <span className="figures shrink-0 font-normal text-soft">
          <Trans>{rooms}件</Trans>
        </span>
      </Button>
      {folder.is_shut && unread > 0 && <Badge count={unread} says={t`未読${unread}件`} />}
      <Button
        ref={more}
        aria-label={t`フォルダ「${folder.name}」のメニュー`}
        aria-haspopup="menu"
        data-folder={folder.folder_id}
        onPress={() => more.current && openMenu(more.current)}
        className="grid size-9 shrink-0 place-items-center rounded-8 text-firm hover:bg-hovered coarse:size-11"
      >
        <Icon name="more" size={18} />
      </Button>
    </div>
  );
}

/** Where the rooms begin that are in no folder: what is let go here is taken out of its own. */
export function RestLine({ isOver }: { isOver: boolean }) {
  return (
    <p
      data-into=""
      className={`flex min-h-9 items-center rounded-8 border-2 px-1.5 text-small font-bold text-firm ${isOver ? "border-accent bg-accent-soft" : "border-transparent forced-colors:border-[Canvas]"}`}
    >
      <Trans>フォルダに入れていないルーム</Trans>
    </p>
  );
}
