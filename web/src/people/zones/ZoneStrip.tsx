/** The strip at the very top: which side this is, whose body, who is signed in, the day, and the way out. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Button } from "react-aria-components";

import type { Zone } from "@/generated/wire";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { useNow } from "@/ui/now";

interface Props {
  zone: Zone;
  tenantName: string | null;
  /** Who is signed in; null before the door. */
  who: string | null;
  onSignOut: (() => void) | null;
  /** 席を離れる: the seat is locked at once. */
  onLeaveSeat?: () => void;
}

const looks = {
  lgwan: "bg-lgwan text-on-lgwan",
  internet: "bg-internet text-on-internet",
} as const;

export function ZoneStrip({ zone, tenantName, who, onSignOut, onLeaveSeat }: Props) {
  const { t } = useLingui();
  return (
    <header
      data-fill=""
      className={`relative z-30 flex min-h-8 shrink-0 flex-wrap items-center gap-x-2.5 px-3 py-1 mid:gap-x-4 mid:px-4 text-small leading-130 ${looks[zone]}`}
    >
      <ZoneName zone={zone} />
      {tenantName && <span>{tenantName}</span>}
      {who && <span className="font-name">{t`${who}でログイン中`}</span>}
      <Today />
      {onLeaveSeat && (
        <Way onPress={onLeaveSeat} keys="Alt+L">
          <Trans>席を離れる</Trans>
        </Way>
      )}
      {onSignOut && (
        <Way onPress={onSignOut}>
          <Trans>ログアウト</Trans>
        </Way>
      )}
    </header>
  );
}

function ZoneName({ zone }: { zone: Zone }) {
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 font-bold tracking-[0.04em]">
      <Icon name={zone === "lgwan" ? "lock" : "globe"} size={15} />
      <span>
        <span className="sr-only">
          <Trans>接続：</Trans>
        </span>
        {zone === "lgwan" ? "LGWAN" : <Trans>インターネット</Trans>}
      </span>
    </span>
  );
}

function Today() {
  const { stripTime } = useDates();
  const now = useNow();
  return (
    <time
      dateTime={now.toISOString()}
      className="figures ml-auto hidden shrink-0 whitespace-nowrap mid:block"
    >
      {stripTime(now)}
    </time>
  );
}

interface WayProps {
  onPress: () => void;
  keys?: string;
  children: ReactNode;
}

/** On touch the ways out stand in the settings, where a finger finds them. */
function Way({ onPress, keys, children }: WayProps) {
  return (
    <Button
      onPress={onPress}
      aria-keyshortcuts={keys}
      className="hidden shrink-0 rounded-6 border border-current px-2 py-0.5 leading-120 hover:underline mid:fine:block"
    >
      {children}
    </Button>
  );
}
