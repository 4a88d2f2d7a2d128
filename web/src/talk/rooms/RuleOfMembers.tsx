/** Why nobody is brought into a room or taken out of it by hand: it comes with the panel that shows it. */
import { Trans } from "@lingui/react/macro";

import type { People, RoomRow } from "@/generated/wire";

interface Props {
  room: RoomRow;
  people: People;
}

export function RuleOfMembers({ room, people, showsPast }: Props & { showsPast: boolean }) {
  const { kind } = room;
  if (kind === "group" || kind === "practice") return null;
  return (
    <p className="px-4 pt-3 text-small text-firm">
      {kind === "department" && (
        <Trans>この所属の職員が自動で入ります。異動すると自動で入れ替わります。</Trans>
      )}
      {kind === "leaders" && (
        <Trans>ITリーダーが自動で入ります。ITリーダーでなくなると、自動で出ます。</Trans>
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
