/** Presence and place beside a face and beside a name: always a shape of its own with a word, never a colour alone. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { AccountId, Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { useNow } from "@/ui/now";

import { usePresence } from "./presence";
import { absenceOf, endOf, type Place, placeBeside, type Standing, standingOf } from "./words";

const shapes: Record<Standing, string | null> = {
  now: "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10z",
  present: "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10z",
  lately: "M6 1a5 5 0 1 0 0 10a5 5 0 0 0 0-10zM6 4a2 2 0 1 1 0 4a2 2 0 0 1 0-4z",
  meeting: "M1.500 1.500h9v9h-9z",
  out: "M1 6l9-5v10z",
  leave: "M1 4h10v4h-10z",
  absent: "M1 4h10v4h-10z",
  away: null,
};

const inks: Record<Standing, string> = {
  now: "text-here",
  present: "text-here",
  lately: "text-here",
  meeting: "text-busy",
  out: "text-busy",
  leave: "text-soft",
  absent: "text-soft",
  away: "text-soft",
};

/** At the foot of a face. The word stands beside the name, or is spoken there. */
export function PresenceDot({ of }: { of: AccountId }) {
  const presence = usePresence(of);
  const now = useNow();
  const standing = presence && standingOf(presence, now);
  if (!standing || !shapes[standing]) return null;
  return (
    <span
      aria-hidden="true"
      data-presence={standing}
      className={`absolute -right-0.5 -bottom-0.5 grid size-3.5 place-items-center rounded-full bg-surface ${inks[standing]}`}
    >
      <Shape of={standing} />
    </span>
  );
}

function Shape({ of }: { of: Standing }) {
  const path = shapes[of];
  if (!path) return null;
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true" className="size-2.5 fill-current [fill-rule:evenodd]">
      <path d={path} />
    </svg>
  );
}

/** In words: 会議中（15:30まで）・在宅. Nothing where presence is not known; in lists nothing of those who are simply away. */
export function PresenceWords({ of, whole = false }: { of: AccountId; whole?: boolean }) {
  const presence = usePresence(of);
  const now = useNow();
  if (!presence) return null;
  const standing = standingOf(presence, now);
  const place = placeBeside(presence, now);
  const where = place && <PlaceWord of={place} />;
  if (standing === "away" && !whole) return where;
  const until = endOf(presence, now);
  const deputy = absenceOf(presence, now)?.deputy;
  return (
    <span className="inline-flex items-center gap-1.5">
      {whole && shapes[standing] && (
        <span className={inks[standing]}>
          <Shape of={standing} />
        </span>
      )}
      <span>
        <StandingWord of={standing} />
        {until && <Until>{until}</Until>}
        {where && <>・{where}</>}
        {whole && deputy && <DeputyName of={deputy} />}
      </span>
    </span>
  );
}

function DeputyName({ of }: { of: Person }) {
  const { t } = useLingui();
  return <span className="block">{t`代理：${fullName(of)}`}</span>;
}

function Until({ children }: { children: ReactNode }) {
  return <Trans>（{children}まで）</Trans>;
}

export function StandingWord({ of }: { of: Standing }) {
  const { t } = useLingui();
  const words: Record<Standing, string> = {
    present: t`在席`,
    meeting: t`会議中`,
    out: t`外出中`,
    leave: t`休暇`,
    absent: t`不在`,
    now: t`15分以内に利用`,
    lately: t`60分以内に利用`,
    away: t`しばらく利用なし`,
  };
  return words[of];
}

export function PlaceWord({ of }: { of: Place }) {
  const { t } = useLingui();
  return { office: t`庁舎`, home: t`在宅`, out: t`外出`, trip: t`出張` }[of];
}
