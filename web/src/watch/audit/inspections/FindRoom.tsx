/** Finding a room to ask for, by its name or its id. Nothing of what is in it is shown. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useState } from "react";
import { Button as Press } from "react-aria-components";

import type { InspectableRoom } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { SearchBox } from "@/ui/SearchBox";
import { Waiting } from "@/ui/Waiting";

import { useRoomsCalled } from "./inspections";
import { useRoomName } from "./words";

interface Props {
  contact: string;
  onPick: (room: InspectableRoom) => void;
}

export function FindRoom({ contact, onPick }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const found = useRoomsCalled(q);
  const rooms = found.data?.pages.flatMap((page) => page.rooms) ?? [];
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <SearchBox autoFocus label={t`ルームの名前かIDで探す`} value={words} onChange={setWords} />
      <p className="text-pretty text-small text-soft">
        <Trans>
          中身は出ません。1対1の会話は、ルームのIDだけで探せます（だれがだれと話しているかは、出しません）。
        </Trans>
      </p>
      {q !== "" && found.isPending && <Waiting says={t`ルームを探しています`} />}
      <Trouble error={found.error} contact={contact} />
      {q !== "" && found.data && (
        <section aria-label={t`見つかったルーム`} className="grid gap-2">
          {rooms.length === 0 && (
            <p className="text-soft">
              <Trans>当てはまるルームはありません。</Trans>
            </p>
          )}
          <Rooms rooms={rooms} onPick={onPick} />
          {found.hasNextPage && (
            <Button small isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
              <Trans>続きを見る</Trans>
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

function Rooms({ rooms, onPick }: { rooms: InspectableRoom[]; onPick: Props["onPick"] }) {
  const { t } = useLingui();
  const { denseDay } = useDates();
  const named = useRoomName();
  return (
    <ul className="grid">
      {rooms.map((room) => (
        <li key={room.room_id}>
          <Press
            onPress={() => onPick(room)}
            className="grid min-h-11 w-full cursor-pointer rounded-8 px-3 py-1.5 text-left hover:bg-hovered data-focus-visible:bg-hovered"
          >
            <span className="font-bold wrap-anywhere">
              <AsTyped>{named(room)}</AsTyped>
            </span>
            <span className="text-small text-soft">
              {t`${denseDay(dayInJapan(room.opened_at))} から`}
              {room.is_archived && t`　保管済み`}
            </span>
          </Press>
        </li>
      ))}
    </ul>
  );
}
