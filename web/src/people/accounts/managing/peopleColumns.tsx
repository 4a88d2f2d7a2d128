/** The columns of the table of people. */
import type { MessageDescriptor } from "@lingui/core";
import { useLingui } from "@lingui/react/macro";

import type { AccountGroup, AccountRow } from "@/generated/wire";
import { iso } from "@/kit/days";
import { dense, readDay } from "@/kit/eras";
import { fullName } from "@/kit/names";
import { useKnownFields } from "@/people/accounts/profile/fields";
import { AsTyped } from "@/ui/AsTyped";
import { Chip } from "@/ui/Chip";
import type { Column } from "@/ui/wide/columns";

import { employments, passwords, roles, states, wordOf } from "./words";

type Say = (message: MessageDescriptor) => string;

export function useColumns(groups: readonly AccountGroup[]): Column<AccountRow>[] {
  const { t, i18n } = useLingui();
  const say: Say = (message) => i18n._(message);
  const group = (id: string | null) => groups.find((one) => one.group_id === id)?.name ?? "";
  return [
    { key: "kana", head: t`氏名`, text: ({ row }) => fullName(row), cell: Name, width: 10, sorts: true },
    { key: "login_id", head: t`職員番号`, text: ({ row }) => row.login_id, width: 6.5, figures: true },
    { key: "units", head: t`所属`, text: mainPath, width: 15, sorts: true },
    { key: "job_title", head: t`職名`, text: ({ row }) => row.job_title, width: 8 },
    {
      key: "employment",
      head: t`任用形態`,
      text: ({ row }) => wordOf(employments, row.employment_type, say),
      width: 6.5,
    },
    { key: "extension", head: t`内線`, text: ({ row }) => row.extension, width: 5, figures: true },
    {
      key: "status",
      head: t`利用`,
      text: ({ row }) => wordOf(states, row.status, say),
      cell: ({ row }) => <State status={row.status} says={wordOf(states, row.status, say)} />,
      width: 6.5,
    },
    { key: "role", head: t`役割`, text: ({ row }) => wordOf(roles, row.roles[0], say), width: 5.5 },
    { key: "concurrent", head: t`兼務`, text: concurrentPaths, width: 14, aside: true },
    { key: "email", head: t`メール`, text: ({ row }) => row.email ?? "", width: 14, aside: true },
    { key: "place", head: t`場所`, text: ({ row }) => row.place, width: 9, aside: true },
    { key: "ends_on", head: t`利用の最終日`, text: ({ row }) => shown(row.ends_on), width: 8, aside: true },
    { key: "group", head: t`グループ`, text: ({ row }) => group(row.group_id), width: 10, aside: true },
    {
      key: "password",
      head: t`パスワード`,
      text: ({ row }) => wordOf(passwords, row.password, say),
      width: 9,
      aside: true,
    },
    ...useKnownFields().map((field) => ({
      key: `profile.${field.key}`,
      head: field.name,
      text: ({ row }: AccountRow) => row.profile[field.key] ?? "",
      width: 10,
      aside: true,
    })),
  ];
}

export function mainPath({ posts }: AccountRow): string {
  const main = posts.find((post) => post.main);
  return main ? main.path || main.organization : "";
}

function concurrentPaths({ posts }: AccountRow): string {
  return posts
    .filter((post) => !post.main)
    .map((post) => post.path || post.organization)
    .join("、");
}

/** A day as dense columns show it; iso in, 和暦 out. */
export function shown(day: string | null): string {
  if (!day) return "";
  const read = readDay(day);
  return read.refused === null ? dense(read.day) : day;
}

/** What somebody has typed as a day, in whatever form offices write it; null if it is none. */
export function typedDay(text: string): string | null {
  const read = readDay(text);
  return read.refused === null ? iso(read.day) : null;
}

function Name({ row }: AccountRow) {
  return (
    <span className="grid">
      <span className="font-name">
        <AsTyped>{fullName(row)}</AsTyped>
      </span>
      <span className="text-small font-normal text-soft">{row.kana}</span>
    </span>
  );
}

function State({ status, says }: { status: string; says: string }) {
  return <Chip look={status === "active" ? "safe" : status === "suspended" ? "guest" : "plain"}>{says}</Chip>;
}
