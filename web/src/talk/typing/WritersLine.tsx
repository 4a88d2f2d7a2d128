/** «鈴木 﨑子さんが入力中»: over the end of the log, so that nothing moves for it; it is not read out. */
import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";

import type { Message, People, RoomId } from "@/generated/wire";
import { fullName } from "@/kit/names";

import { over, useWriters } from "./writers";

const MOST_NAMES = 2;

interface Props {
  roomId: RoomId;
  people: People;
  /** Whoever has sent it writes no longer. */
  newest: Message | undefined;
}

export function WritersLine({ roomId, people, newest }: Props) {
  const { t } = useLingui();
  const writers = useWriters(roomId);
  useEffect(() => {
    if (newest) over(roomId, newest.author_id);
    if (newest?.on_behalf_of) over(roomId, newest.on_behalf_of);
  }, [roomId, newest]);
  const known = writers.flatMap((account) => people[account] ?? []);
  if (known.length === 0) return null;
  const names = known
    .map((person) => (person.kind === "department" ? fullName(person) : t`${fullName(person)}さん`))
    .join("、");
  return (
    <div className="relative h-0">
      <p className="cut absolute bottom-0 left-2 max-w-[90%] rounded-6 bg-surface/90 px-1.5 text-small text-soft mid:left-3.5">
        {known.length > MOST_NAMES ? t`${known.length}人が入力中` : t`${names}が入力中`}
      </p>
    </div>
  );
}
