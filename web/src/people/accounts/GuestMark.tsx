/** ゲスト, wherever the name of one stands: in a word beside it, and at the foot of the face as 「外」. */
import { Trans } from "@lingui/react/macro";

import type { Person } from "@/generated/wire";

export function GuestMark({ person }: { person: Pick<Person, "kind"> | undefined }) {
  if (person?.kind !== "guest") return null;
  return (
    <span className="inline-block shrink-0 whitespace-nowrap rounded-6 border border-guest-line bg-guest-soft px-1.5 font-sans text-small leading-140 font-bold text-guest">
      <Trans>ゲスト</Trans>
    </span>
  );
}

/** The word stands beside the name: this one is for the eye. */
export function OutsideSign() {
  return (
    <span
      aria-hidden="true"
      lang="ja"
      className="absolute -right-1 -bottom-1 grid size-4.5 place-items-center rounded-full border border-guest-line bg-guest-soft text-[0.6875rem] leading-100 font-bold text-guest"
    >
      外
    </span>
  );
}
