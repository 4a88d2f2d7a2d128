/** The ways to what is built: a rail at the side, and on phones a bar at the foot. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { OwnPresence } from "@/people/presence/OwnPresence";
import { Badge } from "@/ui/Badge";
import { Icon, type IconName } from "@/ui/Icon";

import { sectionsFor } from "./admin/sections";
import { useKnownScreen } from "./known";

export function Rail({ waiting }: { waiting: number }) {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <nav
      aria-label={t`機能`}
      className="hidden w-21 shrink-0 flex-col gap-0.5 overflow-x-hidden overflow-y-auto border-r border-line bg-sunken px-2 py-3 mid:flex [&>*]:shrink-0"
    >
      <p
        aria-hidden="true"
        className="grid h-11 place-items-center pb-2 text-[1.1875rem] font-bold tracking-[0.06em] text-accent-firm"
      >
        寄合
      </p>
      <Entries waiting={waiting} />
      <OwnPresence me={me} />
    </nav>
  );
}

export function BottomBar({ waiting }: { waiting: number }) {
  const { t } = useLingui();
  return (
    <nav
      aria-label={t`機能`}
      className="grid shrink-0 auto-cols-fr grid-flow-col border-t border-line bg-sunken px-2 pt-1 pb-[max(0.25rem,env(safe-area-inset-bottom))] mid:hidden"
    >
      <Entries waiting={waiting} />
    </nav>
  );
}

function Entries({ waiting }: { waiting: number }) {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  return (
    <>
      <Entry
        to="/rooms"
        icon="talk"
        badge={waiting > 0 && <Badge count={waiting} says={t`未読${waiting}件`} />}
      >
        <Trans>トーク</Trans>
      </Entry>
      {me.capabilities.includes("accounts.find") && (
        <Entry to="/people" icon="people">
          <Trans>名簿</Trans>
        </Entry>
      )}
      {sectionsFor(me.capabilities).length > 0 && (
        <Entry to="/admin" icon="hall">
          <Trans>管理</Trans>
        </Entry>
      )}
      <Entry to="/settings" icon="gear" last>
        <Trans>設定</Trans>
      </Entry>
    </>
  );
}

interface EntryProps {
  to: "/rooms" | "/people" | "/admin" | "/settings";
  icon: IconName;
  badge?: ReactNode;
  last?: boolean;
  children: ReactNode;
}

function Entry({ to, icon, badge, last = false, children }: EntryProps) {
  return (
    <Link
      to={to}
      activeProps={{ "aria-current": "page" }}
      className={`relative grid min-h-11 justify-items-center gap-0.5 rounded-12 pt-2 pb-1.5 text-small leading-140 text-firm no-underline hover:bg-hovered aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-firm ${last ? "mid:mt-auto" : ""}`}
    >
      <Icon name={icon} size={24} />
      {children}
      {badge && (
        <span className="absolute top-0.5 left-1/2 flex rounded-full border-2 border-sunken">{badge}</span>
      )}
    </Link>
  );
}
