/** Across a room whose last day has passed: whoever manages it puts it away or lets it go on. Nothing is lost meanwhile. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { RoomRow } from "@/generated/wire";
import { dayInJapan, fromIso, iso } from "@/kit/days";
import { Banner } from "@/ui/Banner";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

interface Props {
  room: RoomRow;
  onSet: () => void;
}

export function useHasEnded(room: RoomRow): boolean {
  const today = iso(dayInJapan(useNow()));
  return room.ends_on !== null && room.ends_on < today && !room.is_archived;
}

export function EndedBar({ room, onSet }: Props) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const today = dayInJapan(useNow());
  const hasEnded = useHasEnded(room);
  if (!hasEnded || !room.ends_on || !room.may_set) return null;
  return (
    <Banner
      icon="clock"
      look="warn"
      acts={
        <Button small onPress={onSet}>
          <Trans>保管するか、延ばす</Trans>
        </Button>
      }
    >
      {t`このルームの終了日、${dayLine(fromIso(room.ends_on), today)}を過ぎました。`}
    </Banner>
  );
}
