/** The head of a room: its name, who can read it, how many are in it, and what can be done with it. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { RefObject } from "react";
import { Button } from "react-aria-components";

import type { Me, People, Room, RoomRow } from "@/generated/wire";
import { PresenceWords } from "@/people/presence/PresenceMark";
import { Act, ActsMenu } from "@/ui/ActsMenu";
import { AsTyped } from "@/ui/AsTyped";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";
import { midWindow, useMedia } from "@/ui/media";

import { fromElsewhere } from "./from";
import { InternetDevices, LabelChip, OwnChip, ReadersChips } from "./ReadersChips";
import { RoomSign } from "./RoomSign";

interface Props {
  room: RoomRow;
  heading: RefObject<HTMLHeadingElement | null>;
  membersShown: boolean;
  people: People;
  /** Body and department of somebody of another body: they always stand beside the name. */
  from: string | null;
  onBack: () => void;
  /** Of a room at the side of another; null of the room of the address. */
  onClose: (() => void) | null;
  onMembers: () => void;
  onInvite: () => void;
  onGallery: () => void;
  onSet: () => void;
  onNotify: () => void;
  onPrint: () => void;
  mayPrint: boolean;
  onLeave: () => void;
}

export function RoomHeader({ room, people, from, heading, membersShown, onBack, onClose, ...acts }: Props) {
  const { t } = useLingui();
  const hasRoom = useMedia(midWindow);
  const other = room.other && people[room.other];
  return (
    // In a very narrow pane what is known of the room goes below its name, over the whole width.
    <div className="@container flex min-h-15 shrink-0 items-center border-b border-line py-1.5 pr-1.5 pl-0.5 mid:min-h-18 mid:py-2.5 mid:pr-3 mid:pl-5">
      <div className="grid min-w-0 grow grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-1 mid:gap-x-3">
        <span className="row-span-2 mid:hidden @max-[23rem]:row-span-1">
          <IconButton icon="back" label={t`一覧へ戻る`} onPress={onBack} />
        </span>
        <h2
          ref={heading}
          tabIndex={-1}
          className="cut col-start-2 text-body shadow-none outline-none leading-150 font-bold mid:text-lead @max-[16rem]:col-span-full @max-[16rem]:col-start-1 @max-[16rem]:row-start-2 @max-[16rem]:px-2.5 @max-[16rem]:line-clamp-2 @max-[16rem]:whitespace-normal"
        >
          <AsTyped>{room.name}</AsTyped>
        </h2>
        <div className="col-start-3 row-span-2 row-start-1 flex items-center gap-1 mid:gap-3 @max-[23rem]:row-span-1">
          <IconButton
            icon="people"
            label={membersShown ? t`メンバーを閉じる` : t`メンバーを見る`}
            aria-expanded={membersShown}
            onPress={acts.onMembers}
          />
          <RoomMenu room={room} {...acts} />
          {onClose && <IconButton icon="close" label={t`${room.name}を閉じる`} onPress={onClose} />}
        </div>
        <div className="col-start-2 row-start-2 flex flex-wrap items-center gap-x-2 gap-y-1 text-small text-soft @max-[23rem]:col-span-full @max-[23rem]:col-start-1 @max-[23rem]:px-2.5 @max-[16rem]:row-start-3">
          {from && <span className="text-firm">{from}</span>}
          <Standing {...{ room, people }} short={!hasRoom} />
          {other && other.kind !== "department" && <PresenceWords of={other.account_id} />}
        </div>
      </div>
    </div>
  );
}

/** Where somebody of another body serves with whom one speaks in a direct talk. */
export function fromOf({ room, people }: Room, me: Me): string | null {
  return fromElsewhere(room.other ? people[room.other] : undefined, me.tenant.name);
}

/** What kind of room it is, who reads in it, and how many they are. */
function Standing({ room, people, short }: { room: RoomRow; people: People; short: boolean }) {
  return (
    <>
      <RoomSign room={room} people={people} short={short} />
      {room.kind === "self" ? <OwnChip /> : <ReadersChips readers={room.readers} />}
      {room.kind !== "practice" && <LabelChip name={room.label_name} />}
      {room.kind !== "direct" && room.kind !== "self" && (
        <span className="figures">
          <Trans>{room.member_count}人</Trans>
        </span>
      )}
      <InternetDevices readers={room.readers} />
    </>
  );
}

interface MenuProps {
  room: RoomRow;
  onMembers: () => void;
  onInvite: () => void;
  onGallery: () => void;
  onSet: () => void;
  onNotify: () => void;
  onPrint: () => void;
  mayPrint: boolean;
  onLeave: () => void;
}

function RoomMenu({ room, onMembers, onInvite, onGallery, onSet, onNotify, ...does }: MenuProps) {
  const { onPrint, mayPrint, onLeave } = does;
  const { t } = useLingui();
  return (
    <ActsMenu
      label={t`ルームのメニュー`}
      button={
        <Button
          aria-label={t`ルームのメニュー`}
          className="grid size-10 shrink-0 place-items-center rounded-8 text-firm hover:bg-hovered coarse:size-11"
        >
          <Icon name="bars" size={22} />
        </Button>
      }
    >
      <Act icon="people" says={t`メンバー`} onAction={onMembers} />
      <Act icon="picture" says={t`写真・ファイル`} onAction={onGallery} />
      {room.may_arrange_members && <Act icon="invite" says={t`メンバーを加える`} onAction={onInvite} />}
      {room.may_set && (
        <Act icon="gear" says={room.is_archived ? t`保管をやめる` : t`ルームの設定`} onAction={onSet} />
      )}
      {room.kind !== "self" && <Act icon="bell" says={t`通知`} onAction={onNotify} />}
      {mayPrint && <Act icon="print" says={t`印刷`} onAction={onPrint} />}
      {room.kind === "practice" && <Act icon="leave" says={t`れんしゅうを終わる`} onAction={onLeave} />}
      {room.may_leave && <Act icon="leave" says={t`退出`} onAction={onLeave} />}
    </ActsMenu>
  );
}
