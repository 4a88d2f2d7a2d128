/** Where I work today, in one press: nothing is to be confirmed, and tomorrow it is forgotten by itself. */
import { Trans } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";

import type { Presence } from "@/generated/wire";
import { dayInJapan, iso } from "@/kit/days";
import { api } from "@/platform/api";
import { useNow } from "@/ui/now";

import { NotSaid } from "./NotSaid";
import { PlaceWord } from "./PresenceMark";
import { hearPresences } from "./presence";
import { type Place, placeOf } from "./words";

const places: readonly Place[] = ["office", "home", "out", "trip"];

interface Props {
  presence: Presence;
  contact: string;
}

export function PlaceToday({ presence, contact }: Props) {
  const chosen = placeOf(presence, useNow());
  const say = useMutation({
    mutationFn: async (place: Place | null): Promise<void> => {
      await api.put("/api/presence/place", { body: { place } });
      hearPresences([{ ...presence, place, place_on: place && iso(dayInJapan(new Date())) }]);
    },
  });
  return (
    <fieldset className="grid min-w-0 gap-2">
      <legend className="pb-2 font-bold">
        <Trans>今日いる場所</Trans>
      </legend>
      <div className="grid max-w-100 grid-cols-4 gap-2">
        {places.map((place) => (
          <button
            key={place}
            type="button"
            aria-pressed={chosen === place}
            aria-disabled={say.isPending}
            onClick={() => say.isPending || say.mutate(chosen === place ? null : place)}
            className="min-h-12 cursor-pointer rounded-8 border border-edge px-1 hover:underline aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:font-bold aria-pressed:text-accent-firm forced-colors:aria-pressed:border-4"
          >
            <PlaceWord of={place} />
          </button>
        ))}
      </div>
      <p className="text-small text-soft">
        <Trans>
          押すとすぐに決まり、名前の横に出ます。もう一度押すと消えます。日付が変わると自動で消えます。
        </Trans>
      </p>
      <NotSaid error={say.error} contact={contact} />
    </fieldset>
  );
}
