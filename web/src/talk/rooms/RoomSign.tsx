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
      {room.kind === "department" && (
        <Chip>
          <Icon name="hall" size={16} />
          {short ? <Trans>所属</Trans> : <Trans>所属のルーム</Trans>}
        </Chip>
      )}
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

/** Why nobody is brought in or taken out here by hand. */
export function RuleOfMembers({ room, people, showsPast }: Props & { showsPast: boolean }) {
  const { kind } = room;
  if (kind === "group" || kind === "practice") return null;
  return (
    <p className="px-4 pt-3 text-small text-firm">
      {kind === "department" && (
        <Trans>この所属の職員が自動で入ります。異動すると自動で入れ替わります。</Trans>
      )}
      {kind === "direct" && <RuleOfDirect room={room} people={people} />}
      {kind === "self" && <Trans>自分だけのルームです。ほかの人は入れません。</Trans>}
      {kind === "open" && showsPast && (
        <Trans>オープンルームです。組織の職員なら、だれでも入って読めます。</Trans>
      )}
      {kind === "open" && !showsPast && (
        <Trans>オープンルームです。組織の職員なら、だれでも入れます。入る前のメッセージは読めません。</Trans>
      )}
    </p>
  );
}

function RuleOfDirect({ room, people }: Pick<Props, "room" | "people">) {
  if (room.held_for) {
    return (
      <Trans>
        所属あての会話です。書ける人がみな読み、所属の名前で答えます。人が替わっても、会話は所属に残ります。
      </Trans>
    );
  }
  if (room.other && people[room.other]?.kind === "department") {
    return <Trans>所属あての会話です。この所属アカウントで書ける人が、みな読んで答えます。</Trans>;
  }
  return <Trans>2人だけのトークです。人を加えることも、退出することもできません。</Trans>;
}
