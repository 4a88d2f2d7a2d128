/** Who reads what stands below, in the room and in a thread alike: names that mean them stand out, and words of theirs are said. */
import { type ReactNode, useMemo } from "react";

import type { Me, People, Room } from "@/generated/wire";
import { Reading } from "@/talk/messages/NamedPart";

interface Props {
  me: Me;
  people: People;
  room: Room;
  children: ReactNode;
}

export function ReadBy({ me, people, room: { watched }, children }: Props) {
  const reading = useMemo(() => ({ me, people, watched }), [me, people, watched]);
  return <Reading value={reading}>{children}</Reading>;
}
