/** One room in the list: face, name, last line, time, and how many messages wait. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { Button } from "react-aria-components";

import type { AccountId, People, RoomRow } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Badge } from "@/ui/Badge";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { useLongPress } from "@/ui/longPress";
import type { MenuPlace } from "@/ui/MenuAt";
import { useNow } from "@/ui/now";
import { SwipeSign } from "@/ui/SwipeSign";
import { together, useSwipe } from "@/ui/swipe";

import { carry } from "./dragging";
import { fromElsewhere } from "./from";
import type { ListActs } from "./listActs";
import { RoomFace } from "./RoomFace";
import { RoomSign } from "./RoomSign";

interface Props {
  room: RoomRow;
  people: People;
  me: AccountId;
  isOpen: boolean;
  /** Something is written there and not sent. */
  isDrafted: boolean;
  /** Ctrl or ⌘ opens it at the side of the room that is open; null where there is no width for it. */
  onBeside: (() => void) | null;
  acts: ListActs;
}

export function RoomListRow({ room, people, me, isOpen, isDrafted, onBeside, acts }: Props) {
  const { t } = useLingui();
  const more = useRef<HTMLButtonElement>(null);
  const onMenu = (place: MenuPlace) => acts.onRoomMenu(room, place);
  const press = useLongPress((anchor, point) => onMenu({ anchor: linkIn(anchor), point }), { onLinks: true });
  const isQuiet = room.notify === "none";
  const [swipe, swiped] = useSwipe({
    right: () => acts.onFavour(room, !room.is_favourite),
    left: () => acts.onQuiet(room, !isQuiet),
  });
  const signs = {
    right: { icon: room.is_favourite ? "starred" : "star", says: t`お気に入り` },
    left: { icon: isQuiet ? "bell" : "bellOff", says: isQuiet ? t`通知する` : t`通知オフ` },
  } as const;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same menu opens by its button.
    <div
      className="relative touch-pan-y coarse:select-none coarse:[-webkit-touch-callout:none]"
      onContextMenu={(event) => {
        if (event.shiftKey) return;
        event.preventDefault();
        onMenu({ anchor: linkIn(event.currentTarget), point: { x: event.clientX, y: event.clientY } });
      }}
      onKeyDown={(event) => {
        if (event.key !== "ContextMenu" && !(event.key === "F10" && event.shiftKey)) return;
        event.preventDefault();
        onMenu({ anchor: linkIn(event.currentTarget), point: null });
      }}
      {...together(press, swipe)}
    >
      <ToRoom {...{ room, people, me, isOpen, isDrafted, onBeside }} />
      {swiped && <SwipeSign to={swiped} {...signs[swiped]} />}
      {/* Seen at the pointer and at the focus; for a finger it stands there always. */}
      <Button
        ref={more}
        aria-label={t`${room.name}のメニュー`}
        aria-haspopup="menu"
        onPress={() => more.current && onMenu({ anchor: more.current, point: null })}
        className="absolute right-1 bottom-1 grid size-8 place-items-center rounded-8 border border-line bg-surface text-firm opacity-0 hover:bg-hovered focus-visible:opacity-100 [div:hover>&]:opacity-100 coarse:right-0 coarse:bottom-0 coarse:size-11 coarse:border-0 coarse:bg-transparent coarse:text-soft coarse:opacity-100"
      >
        <Icon name="more" size={18} />
      </Button>
    </div>
  );
}

/** Whatever is done with the room, the focus comes back to its link. */
function linkIn(row: HTMLElement): HTMLElement {
  return row.querySelector<HTMLElement>("[data-walk]") ?? row;
}

/** Where somebody of another body serves: it always stands below the name. */
function FromElsewhere({ room, people, me }: Pick<Props, "room" | "people" | "me">) {
  const from = fromElsewhere(room.other ? people[room.other] : undefined, people[me]?.tenant_name);
  return from && <span className="cut text-small leading-160 text-firm">{from}</span>;
}

function ToRoom({ room, people, me, isOpen, isDrafted, onBeside }: Omit<Props, "acts">) {
  const { t } = useLingui();
  const unread = room.unread;
  return (
    <Link
      to="/rooms/$roomId"
      params={{ roomId: room.room_id }}
      state={{ fromList: true }}
      aria-current={isOpen ? "page" : undefined}
      data-room={room.room_id}
      data-walk=""
      onClick={(event) => {
        if (!onBeside || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onBeside();
      }}
      onDragStart={(event) => carry(event, room.room_id)}
      className="grid min-h-17 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 rounded-12 px-2 py-2.5 text-ink no-underline hover:bg-hovered aria-[current]:bg-accent-soft"
    >
      <RoomFace room={room} people={people} />
      <span className="grid min-w-0">
        <span className="flex min-w-0 items-center gap-1">
          <span className="cut font-bold leading-150">
            <AsTyped>{room.name}</AsTyped>
          </span>
          {room.is_favourite && <Favourite />}
        </span>
        <FromElsewhere {...{ room, people, me }} />
        {/* The name of a room is never cut for a word about it; nor who has answered for the name of the unit. */}
        <span className={`flex min-w-0 items-center gap-x-1.5 ${room.held_for ? "flex-wrap" : ""}`}>
          <RoomSign room={room} people={people} short />
          {isDrafted && !isOpen && <DraftSign />}
          <LastLine room={room} people={people} me={me} />
        </span>
      </span>
      <span className="grid justify-items-end gap-0.5 self-start">
        <Time room={room} />
        <span className="flex items-center gap-1 coarse:mr-9">
          {room.notify === "none" && (
            <span role="img" aria-label={t`通知オフ`} className="text-soft">
              <Icon name="bellOff" size={16} />
            </span>
          )}
          {room.mentions > 0 && <Mentions count={room.mentions} />}
          {unread > 0 && <Badge count={unread} says={t`未読${unread}件`} />}
        </span>
      </span>
    </Link>
  );
}

function DraftSign() {
  return (
    <span className="shrink-0 text-small leading-160 font-bold text-accent-firm">
      <Trans>下書き</Trans>
    </span>
  );
}

function Favourite() {
  return (
    <span className="text-accent">
      <Icon name="star" size={16} />
      <span className="sr-only">
        <Trans>お気に入り</Trans>
      </span>
    </span>
  );
}

/** Somebody is called by name there: a sign of its own beside the number. */
function Mentions({ count }: { count: number }) {
  const { t } = useLingui();
  return (
    <span
      role="img"
      aria-label={t`自分あて${count}件`}
      className="grid size-[1.375rem] place-items-center rounded-full border border-warn-line bg-warn-soft text-warn"
    >
      <Icon name="at" size={14} />
    </span>
  );
}

function LastLine({ room, people, me }: Pick<Props, "room" | "people" | "me">) {
  const { last } = room;
  return (
    <span
      className={`cut text-small leading-160 ${room.unread > 0 ? "text-ink" : "text-soft"} ${room.held_for ? "basis-full" : ""}`}
    >
      {!last && <Trans>まだメッセージはありません</Trans>}
      {last && <By {...{ last, room, people, me }} />}
      {last && (last.is_withdrawn ? <Gone last={last} /> : <AsTyped>{last.text}</AsTyped>)}
    </span>
  );
}

interface Sight {
  last: NonNullable<RoomRow["last"]>;
}

/** Who said it: the unit, where it spoke. Of those who answer for it each sees that another one has. */
function By({ last, room, people, me }: Pick<Props, "room" | "people" | "me"> & Sight) {
  const { t } = useLingui();
  const isHeld = last.on_behalf_of !== null && last.on_behalf_of === room.held_for;
  const said = isHeld ? last.author_id : (last.on_behalf_of ?? last.author_id);
  const author = people[said];
  if (said === me) return <Trans>自分：</Trans>;
  if (!author || said === room.other) return null;
  if (isHeld) return t`${author.family}が回答：`;
  return room.kind !== "direct" && t`${author.family}：`;
}

function Gone({ last }: Sight) {
  if (last.withdrawn_by === last.author_id) return <Trans>送信を取り消しました</Trans>;
  return <Trans>（メッセージが取り除かれました）</Trans>;
}

function Time({ room }: { room: RoomRow }) {
  const { listTime } = useDates();
  const now = useNow();
  const at = room.last?.posted_at ?? room.opened_at;
  return (
    <time dateTime={at} className="figures text-small leading-170 text-soft">
      {listTime(at, now)}
    </time>
  );
}
