/** 引継ぎ中のルーム: of which units one still reads the room, and until when. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";

import type { FormerRoom, OrganizationId } from "@/generated/wire";
import { dayInJapan, fromIso } from "@/kit/days";
import { BesideRow } from "@/talk/rooms/BesideRow";
import { BesideList } from "@/ui/BesideList";
import { useDates } from "@/ui/dates";
import { Found } from "@/ui/Found";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";

import { useFormerRooms } from "./former";

interface Props {
  organization: OrganizationId | null;
  contact: string;
  onBack: () => void;
}

export function Former({ organization, contact, onBack }: Props) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const found = useFormerRooms();
  return (
    <BesideList title={<Trans>引継ぎ中のルーム</Trans>} heading={heading} onBack={onBack}>
      <p className="text-pretty text-small text-firm">
        <Trans>
          異動する前の所属のルームです。異動の前に書かれたものを、引継ぎの間だけ読めます。新しく書かれたものは読めず、書くこともできません。
        </Trans>
      </p>
      <Found
        of={found}
        waiting={t`引継ぎ中のルームを読み込んでいます`}
        notRead={<Trans>引継ぎ中のルームを読み込めませんでした。</Trans>}
        contact={contact}
      >
        {({ rooms }) => (
          <Rooms
            rooms={rooms.filter((room) => organization === null || room.organization_id === organization)}
          />
        )}
      </Found>
    </BesideList>
  );
}

function Rooms({ rooms }: { rooms: FormerRoom[] }) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const today = dayInJapan(useNow());
  if (rooms.length === 0) {
    return (
      <Notice icon="clock" title={<Trans>引継ぎ中のルームはありません。</Trans>}>
        <Trans>異動すると、前の所属のルームが、引継ぎの間ここに並びます。</Trans>
      </Notice>
    );
  }
  return (
    <ul aria-label={t`引継ぎ中のルームの一覧`} className="grid gap-2">
      {rooms.map((room) => {
        const day = dayLine(fromIso(room.last_day), today);
        return (
          <BesideRow
            key={room.room_id}
            room={room}
            to={{ to: "/rooms/former/$formerId", params: { formerId: room.room_id } }}
            about={<Trans>{day}まで読めます</Trans>}
          />
        );
      })}
    </ul>
  );
}
