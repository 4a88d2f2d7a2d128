/** All that stands at the top of a room, the newest first: whose it is, when it was said, and who put it there. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";

import type { People, Pin, RoomId, RoomRow } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { AsTyped } from "@/ui/AsTyped";
import { useDates } from "@/ui/dates";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";

import { useUnpin } from "./board";

interface Props {
  room: RoomRow;
  pins: Pin[];
  people: People;
  contact: string;
  onClose: () => void;
}

export function PinBoard({ room, pins, people, contact, onClose }: Props) {
  const { t } = useLingui();
  const list = useRef<HTMLElement>(null);
  const unpin = useUnpin(room.room_id);
  const { error } = unpin;
  return (
    <>
      <div className="flex min-h-15 shrink-0 items-center gap-2 border-b border-line py-1.5 pr-2 pl-4 mid:min-h-18">
        <h2 className="grow text-body font-bold">
          <Trans>上に固定</Trans>{" "}
          <span className="figures font-normal text-soft">
            <Trans>{pins.length}件</Trans>
          </span>
        </h2>
        <IconButton icon="close" label={t`上に固定した一覧を閉じる`} onPress={onClose} />
      </div>
      {error && (
        <p role="alert" className="px-4 pt-3 text-small text-danger">
          {error instanceof Refusal ? (
            sentenceOf(error, contact)
          ) : (
            <Trans>固定を外せませんでした。通信が戻ったら、もう一度押してください。</Trans>
          )}
        </p>
      )}
      <section
        ref={list}
        aria-label={t`上に固定したメッセージの一覧`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys.
        tabIndex={0}
        className="min-h-0 grow overflow-y-auto pb-4"
      >
        {pins.length === 0 && (
          <Notice icon="pin" title={<Trans>上に固定したメッセージはありません。</Trans>} />
        )}
        <ul className="grid gap-0.5 px-2 pt-2">
          {pins.map((pin) => (
            <PinRow
              key={pin.message_id}
              roomId={room.room_id}
              pin={pin}
              people={people}
              onUnpin={
                room.may_pin
                  ? () => {
                      // The row goes, and with it what has the focus.
                      list.current?.focus({ preventScroll: true });
                      unpin.mutate(pin.message_id);
                    }
                  : null
              }
            />
          ))}
        </ul>
      </section>
    </>
  );
}

interface RowProps {
  roomId: RoomId;
  pin: Pin;
  people: People;
  onUnpin: (() => void) | null;
}

function PinRow({ roomId, pin, people, onUnpin }: RowProps) {
  const { t } = useLingui();
  const { listTime } = useDates();
  const now = useNow();
  const author = people[pin.author_id];
  const by = people[pin.pinned_by];
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-1 rounded-8 px-2 py-2">
      <div className="min-w-0">
        <Link
          to="/rooms/$roomId/messages/$messageId"
          params={{ roomId, messageId: pin.message_id }}
          lang="ja"
          className="line-clamp-3 py-0.5 font-name text-accent underline underline-offset-3"
        >
          <AsTyped>{pin.text}</AsTyped>
        </Link>
        <p className="flex flex-wrap gap-x-2 text-small text-soft">
          <span className="font-name">{author && fullName(author)}</span>
          <time dateTime={pin.posted_at} className="figures">
            {listTime(pin.posted_at, now)}
          </time>
        </p>
        {by && by !== author && <p className="text-small text-soft">{t`固定：${fullName(by)}`}</p>}
      </div>
      {onUnpin && <IconButton icon="unpin" label={t`固定を外す`} onPress={onUnpin} />}
    </li>
  );
}
