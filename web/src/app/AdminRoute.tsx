/** 管理: the list of sections, and beside it (in narrow windows instead of it) the section that is open. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, Navigate, Outlet, useLocation, useMatchRoute } from "@tanstack/react-router";
import { useEffect, useRef } from "react";

import { Icon } from "@/ui/Icon";
import { useMedia, wideWindow } from "@/ui/media";
import { Notice } from "@/ui/Notice";

import { type AdminGroup, sectionsFor } from "./admin/sections";
import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function AdminRoute() {
  const { t } = useLingui();
  const { me } = useKnownScreen();
  const groups = sectionsFor(me.capabilities);
  const list = useCurrentInSight();
  const atList = Boolean(useMatchRoute()({ to: "/admin" }));
  if (groups.length === 0) return <NotForYou contact={me.contact} />;
  return (
    <>
      <TabTitle says={t`管理`} />
      <nav
        ref={list}
        aria-label={t`管理`}
        className={`min-h-0 w-full shrink-0 overflow-y-auto border-line p-3 pt-4 wide:block wide:w-58 wide:border-r ${atList ? "" : "hidden"}`}
      >
        <h1 className="px-2 pb-2 text-title font-bold">
          <Trans>管理</Trans>
        </h1>
        {groups.map((group) => (
          <Group key={group.key} group={group} />
        ))}
      </nav>
      <div className={`min-h-0 min-w-0 grow flex-col ${atList ? "hidden wide:flex" : "flex"}`}>
        {!atList && <ToList />}
        <Outlet />
      </div>
    </>
  );
}

/** Whoever comes by an address, or by a link of a section, finds the open section in the long list. */
function useCurrentInSight() {
  const list = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another section is open when the address is another one
  useEffect(() => {
    list.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest" });
  }, [pathname]);
  return list;
}

function Group({ group }: { group: AdminGroup }) {
  const { i18n } = useLingui();
  return (
    <section>
      <h2 className="mx-2 mt-3.5 mb-0.5 text-small font-bold text-soft">{i18n._(group.says)}</h2>
      <ul>
        {group.sections.map((section) => (
          <li key={String(section.to)}>
            <Link
              to={section.to}
              activeProps={{ "aria-current": "page" }}
              className="flex min-h-11 items-center rounded-8 px-2.5 py-1.5 text-ink no-underline hover:bg-hovered hover:underline wide:min-h-9 wide:text-small wide:coarse:min-h-11 aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-firm"
            >
              {i18n._(section.says)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** In a narrow window a section fills it; the way back to the list stands above. */
function ToList() {
  return (
    <div className="border-b border-line px-2 wide:hidden">
      <Link
        to="/admin"
        className="inline-flex min-h-11 items-center gap-1 rounded-8 px-2 text-small text-firm no-underline hover:underline"
      >
        <Icon name="back" size={18} />
        <Trans>管理の一覧</Trans>
      </Link>
    </div>
  );
}

/** With room beside the list the first section stands open; without, the list itself is the screen. */
export function AdminHome() {
  const { me } = useKnownScreen();
  const isWide = useMedia(wideWindow);
  const first = sectionsFor(me.capabilities)[0]?.sections[0];
  return isWide && first ? <Navigate to={first.to} replace /> : null;
}

function NotForYou({ contact }: { contact: string }) {
  return (
    <main className="grid min-w-0 grow place-items-center">
      <Notice icon="lock" title={<Trans>この画面は開けません。管理は、管理者だけが使えます。</Trans>}>
        <Trans>必要なときは{contact}へ。</Trans>
      </Notice>
    </main>
  );
}
