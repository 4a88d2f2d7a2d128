/** What kind of room it is, where that is not a room that somebody opened: in the list and in the head of the room. */
import { Trans } from "@lingui/react/macro";

import type { RoomRow } from "@/generated/wire";
import { Chip } from "@/ui/Chip";
import { Icon } from "@/ui/Icon";

export function RoomSign({ room, short = false }: { room: RoomRow; short?: boolean }) {
  return (
    <>
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

/** Why nobody is brought in or taken out here by hand. */
export function RuleOfMembers({ room, showsPast }: { room: RoomRow; showsPast: boolean }) {
  const { kind } = room;
  if (kind === "group" || kind === "practice") return null;
  return (
    <p className="px-4 pt-3 text-small text-firm">
      {kind === "department" && (
        <Trans>この所属の職員が自動で入ります。異動すると自動で入れ替わります。</Trans>
      )}
      {kind === "direct" && <Trans>2人だけのトークです。人を加えることも、退出することもできません。</Trans>}
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
