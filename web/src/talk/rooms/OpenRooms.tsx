/** Finding an open room: what it is called, what it is for, how many are in it; one button leads in. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useDeferredValue, useState } from "react";

import type { OpenRoom, OrganizationId, RoomId } from "@/generated/wire";
import { roomLetters } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { BesideList } from "@/ui/BesideList";
import { Button } from "@/ui/Button";
import { Face } from "@/ui/Face";
import { Found } from "@/ui/Found";
import { Notice } from "@/ui/Notice";
import { SearchBox } from "@/ui/SearchBox";

import { useJoin, useOpenRooms } from "./kinds";

interface Props {
  organization: OrganizationId | null;
  contact: string;
  onBack: () => void;
  onEnter: (roomId: RoomId) => void;
  /** What else one can do than come in. */
  beside: (room: OpenRoom) => ReactNode;
  /** Why that was not done. */
  trouble: ReactNode;
}

export function OpenRooms({ organization, contact, onBack, onEnter, beside, trouble }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const found = useOpenRooms(useDeferredValue(words.trim()), organization);
  const join = useJoin();
  return (
    <BesideList title={<Trans>オープンルーム</Trans>} onBack={onBack}>
      <p className="text-pretty text-small text-firm">
        <Trans>
          招かれなくても入れるルームです。前のメッセージは、ルームの設定で見せないとしていなければ読めます。いつでも退出できます。「まとめで追う」を押すと、参加しないで読めます。通知は来ません。
        </Trans>
      </p>
      <SearchBox label={t`名前・目的で探す`} value={words} onChange={setWords} />
      <Trouble error={join.error} contact={contact} why={{ operation: "join" }} />
      {trouble}
      <Found
        of={found}
        waiting={t`オープンルームを読み込んでいます`}
        notRead={<Trans>オープンルームを読み込めませんでした。</Trans>}
        contact={contact}
      >
        {(rooms) => (
          <Rooms
            {...{ rooms, words, onEnter, beside }}
            busy={join.isPending}
            onJoin={(roomId) => join.mutate(roomId, { onSuccess: onEnter })}
          />
        )}
      </Found>
    </BesideList>
  );
}

interface RoomsProps {
  rooms: OpenRoom[];
  words: string;
  busy: boolean;
  onEnter: (roomId: RoomId) => void;
  onJoin: (roomId: RoomId) => void;
  beside: (room: OpenRoom) => ReactNode;
}

function Rooms({ rooms, words, busy, onEnter, onJoin, beside }: RoomsProps) {
  const { t } = useLingui();
  if (rooms.length === 0) return <None words={words} />;
  return (
    <ul aria-label={t`オープンルームの一覧`} className="grid gap-2">
      {rooms.map((room) => (
        <Row key={room.room_id} {...{ room, busy, onEnter, onJoin }} beside={beside(room)} />
      ))}
    </ul>
  );
}

function None({ words }: { words: string }) {
  const { t } = useLingui();
  if (words.trim() === "") {
    return (
      <Notice icon="door" title={<Trans>オープンルームは、まだありません。</Trans>}>
        <Trans>「新しいルーム」で「オープンルーム」を選ぶと作れます。</Trans>
      </Notice>
    );
  }
  return (
    <Notice title={t`「${words}」に当てはまるオープンルームはありません。`}>
      <Trans>漢字・かなを変えて、もう一度探してください。</Trans>
    </Notice>
  );
}

interface RowProps {
  room: OpenRoom;
  busy: boolean;
  onEnter: (roomId: RoomId) => void;
  onJoin: (roomId: RoomId) => void;
  beside: ReactNode;
}

function Row({ room, busy, onEnter, onJoin, beside }: RowProps) {
  const { t } = useLingui();
  const { room_id: id, name, purpose, member_count: count } = room;
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] items-center gap-x-3 gap-y-2 rounded-12 border border-line px-4 py-3 wide:grid-cols-[auto_minmax(0,1fr)_auto]">
      <Face letters={roomLetters(name)} of={id} />
      <div className="min-w-0">
        <h2 className="wrap-anywhere font-bold">
          <AsTyped>{name}</AsTyped>
        </h2>
        {purpose && (
          <p className="line-clamp-3 wrap-anywhere text-small text-firm">
            <AsTyped>{purpose}</AsTyped>
          </p>
        )}
        <p className="figures text-small text-soft">
          <Trans>{count}人が参加しています</Trans>
        </p>
      </div>
      <div className="col-span-2 flex flex-wrap items-center justify-end gap-2 wide:col-span-1">
        {(room.is_member || room.is_read) && (
          <Button small aria-label={t`${name}を開く`} onPress={() => onEnter(id)}>
            <Trans>開く</Trans>
          </Button>
        )}
        {!room.is_member && (
          <>
            {/* Whoever reads it for a unit follows nothing there. */}
            {!room.is_read && beside}
            <Button
              small
              look="first"
              aria-label={t`${name}に参加する`}
              isDisabled={busy}
              onPress={() => onJoin(id)}
            >
              <Trans>参加する</Trans>
            </Button>
          </>
        )}
      </div>
    </li>
  );
}
