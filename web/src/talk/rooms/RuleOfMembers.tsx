/** Why nobody is brought into a room or taken out of it by hand: it comes with the panel that shows it. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { People, Person, RoomRow } from "@/generated/wire";
import { fullName } from "@/kit/names";

interface Props {
  room: RoomRow;
  people: People;
}

export function RuleOfMembers(props: Props & { showsPast: boolean }) {
  const { room, people } = props;
  const unit = room.held_for && room.kind !== "direct" && people[room.held_for];
  return unit ? <ForUnit unit={unit} /> : <RuleOfKind {...props} />;
}

function RuleOfKind({ room, people, showsPast }: Props & { showsPast: boolean }) {
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

function ForUnit({ unit }: { unit: Person }) {
  const { t } = useLingui();
  return (
    <p className="px-4 pt-3 text-small text-firm">
      {t`${fullName(unit)}のために入っています。書ける人がみな読み、いつも所属の名前で書きます。`}
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
