/** What kind of room it is, where that is not a room that somebody opened: in the list and in the head of the room. */
import { Trans } from "@lingui/react/macro";

import type { People, RoomRow } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { UnitMark } from "@/people/accounts/UnitMark";
import { AsTyped } from "@/ui/AsTyped";
import { Chip } from "@/ui/Chip";
import { Icon } from "@/ui/Icon";

interface Props {
  room: RoomRow;
  people: People;
  short?: boolean;
}

export function RoomSign({ room, people, short = false }: Props) {
  return (
    <>
      <UnitSign room={room} people={people} />
      <ByRule kind={room.kind} short={short} />
      {room.kind === "practice" && (
        <Chip>
          <Icon name="check" size={16} />
          {short ? <Trans>練習</Trans> : <Trans>どこにも数えられません</Trans>}
        </Chip>
      )}
      {room.kind === "open" && (
        <Chip>
          <Icon name="door" size={16} />
          {short ? <Trans>オープン</Trans> : <Trans>だれでも入れます</Trans>}
        </Chip>
      )}
      {room.is_archived && (
        <Chip>
          <Icon name="lock" size={16} />
          <Trans>読むだけ</Trans>
        </Chip>
      )}
    </>
  );
}

/** That a rule of the body says who is in it. */
function ByRule({ kind, short }: { kind: RoomRow["kind"]; short: boolean }) {
  if (kind === "department") {
    return (
      <Chip>
        <Icon name="hall" size={16} />
        {short ? <Trans>所属</Trans> : <Trans>所属のルーム</Trans>}
      </Chip>
    );
  }
  if (kind !== "leaders") return null;
  return (
    <Chip>
      <Icon name="people" size={16} />
      {short ? <Trans>自動</Trans> : <Trans>ITリーダーのルーム</Trans>}
    </Chip>
  );
}

/** That a talk is with a unit: with which, for those who answer there. */
function UnitSign({ room, people }: Pick<Props, "room" | "people">) {
  const unit = room.held_for && people[room.held_for];
  if (!unit) return room.other && <UnitMark person={people[room.other]} />;
  return (
    <Chip>
      <Icon name="hall" size={16} />
      {/* The name of a unit is its own word: nothing of it is translated. */}
      <AsTyped>{fullName(unit)}</AsTyped>
      <Trans>あて</Trans>
    </Chip>
  );
}
