/** The strip at the very top: which side this is, whose body, who is signed in, the day, and the way out. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { Button } from "react-aria-components";

import type { Zone } from "@/generated/wire";
import { Act, ActsMenu } from "@/ui/ActsMenu";
import { AsTyped } from "@/ui/AsTyped";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { midWindow, useMedia } from "@/ui/media";
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

/** With room for them the ways out stand in the strip itself, one touch away; without, behind the name (AUTH-5). */
export function ZoneStrip({ zone, tenantName, who, onSignOut, onLeaveSeat }: Props) {
  const { t } = useLingui();
  const hasRoom = useMedia(midWindow);
  return (
    <header
      ref={useTellHeight()}
      data-fill=""
      className={`relative z-30 flex min-h-8 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 px-3 py-1 mid:gap-x-4 mid:px-4 text-small leading-130 ${looks[zone]}`}
    >
      <ZoneName zone={zone} />
      {tenantName && <span>{tenantName}</span>}
      {who && !hasRoom && onSignOut && onLeaveSeat ? (
        <Account who={who} onSignOut={onSignOut} onLeaveSeat={onLeaveSeat} />
      ) : (
        who && (
          <span className="font-name">
            <AsTyped>{t`${who}でログイン中`}</AsTyped>
          </span>
        )
      )}
      <Today />
      {hasRoom && onLeaveSeat && (
        <Way onPress={onLeaveSeat} keys="Alt+L">
          <Trans>席を離れる</Trans>
        </Way>
      )}
      {hasRoom && onSignOut && (
        <Way onPress={onSignOut}>
          <Trans>ログアウト</Trans>
        </Way>
      )}
    </header>
  );
}

/** What lies over the screen begins below the strip, however many lines that takes. */
function useTellHeight() {
  const strip = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current: header } = strip;
    if (!header) return;
    const tell = () => document.documentElement.style.setProperty("--strip", `${header.offsetHeight}px`);
    const watch = new ResizeObserver(tell);
    tell();
    watch.observe(header);
    return () => watch.disconnect();
  }, []);
  return strip;
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
      className="figures ml-auto hidden shrink-0 whitespace-nowrap mid:fine:block min-[60rem]:block"
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

/** For a finger the target is larger than what is drawn, so that the strip stays a strip. */
function Way({ onPress, keys, children }: WayProps) {
  return (
    <Button
      onPress={onPress}
      aria-keyshortcuts={keys}
      className="grid shrink-0 place-items-center leading-120 hover:underline coarse:-my-1 coarse:min-h-11"
    >
      <span className="rounded-6 border border-current px-2 py-0.5">{children}</span>
    </Button>
  );
}

interface AccountProps {
  who: string;
  onSignOut: () => void;
  onLeaveSeat: () => void;
}

function Account({ who, onSignOut, onLeaveSeat }: AccountProps) {
  const { t } = useLingui();
  return (
    <ActsMenu
      label={t`席を離れる、ログアウト`}
      button={
        <Button
          aria-label={t`${who}でログイン中`}
          className="ml-auto inline-flex items-center gap-1 text-left font-name hover:underline coarse:-my-1 coarse:min-h-11"
        >
          <span className="tight:hidden">
            <AsTyped>{t`${who}でログイン中`}</AsTyped>
          </span>
          <span className="hidden tight:inline">
            <AsTyped>{who}</AsTyped>
          </span>
          <Icon name="unfold" size={18} />
        </Button>
      }
    >
      <Act icon="lock" says={t`席を離れる`} onAction={onLeaveSeat} />
      <Act icon="leave" says={t`ログアウト`} onAction={onSignOut} />
    </ActsMenu>
  );
}
