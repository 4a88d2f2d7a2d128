/** The words of inspections on the screen. */
import { useLingui } from "@lingui/react/macro";

import type { InspectableRoom, Inspection } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { useDates } from "@/ui/dates";

/** What a room is called; a talk between two has no name of its own, and says nobody's. */
export function useRoomName(): (room: InspectableRoom) => string {
  const { t } = useLingui();
  return ({ name }) => name || t`1対1の会話`;
}

/** From which day to which; one day as itself. */
export function useDays(): (of: Pick<Inspection, "first" | "last">) => string {
  const { t } = useLingui();
  const { longDay } = useDates();
  const day = (written: string) => longDay(fromIso(written));
  return ({ first, last }) => (first === last ? day(first) : t`${day(first)}から${day(last)}まで`);
}

export function useStates(): Record<Inspection["state"], string> {
  const { t } = useLingui();
  return {
    asked: t`承認を待っています`,
    approved: t`閲覧中`,
    refused: t`承認されませんでした`,
    withdrawn: t`取り下げました`,
    lapsed: t`返事がないまま期限が過ぎました`,
    ended: t`終わりました`,
  };
}
