/** Of those to whom one is writing, the ones who are absent: in a direct talk the other, elsewhere whoever is named. */
import { useNavigate } from "@tanstack/react-router";

import type { Me, Person, Room } from "@/generated/wire";
import type { Nameable } from "@/talk/mentions/nameable";
import { namesIn } from "@/talk/mentions/written";
import { Absent } from "@/talk/rooms/Absent";

interface Props {
  whole: Room;
  me: Me;
  text: string;
  all: readonly Nameable[];
}

export function AbsentOnes({ whole, me, text, all }: Props) {
  const navigate = useNavigate();
  return writtenTo(whole, me, text, all)
    .filter(({ kind }) => kind === "member")
    .map((person) => (
      <Absent
        key={person.account_id}
        person={person}
        me={me.account_id}
        contact={me.contact}
        onOpened={(roomId) => void navigate({ to: "/rooms/$roomId", params: { roomId } })}
      />
    ));
}

function writtenTo(
  { room, members, people }: Room,
  me: Me,
  text: string,
  all: readonly Nameable[],
): Person[] {
  const direct = room.kind === "direct";
  const named = new Set(direct ? [] : namesIn(text, all).map(({ named: { id } }) => id));
  return members
    .filter(({ account_id: who }) => who !== me.account_id && (direct || named.has(who)))
    .flatMap(({ account_id: who }) => people[who] ?? []);
}
