/** The list of the directory: in 建制順 unit by unit, else by kana. A city's staff costs no more than those in sight. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect } from "react";
import { Virtualizer } from "virtua";

import type { AccountId, Listed } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";

import { type Aparts, apartIn } from "./apart";
import { type Faces, facesOf } from "./faces";
import { pathWords } from "./units";

export interface Signs {
  /** At the foot of a face. */
  dot: (of: AccountId) => ReactNode;
  words: (of: AccountId) => ReactNode;
}

interface Props {
  people: Listed[];
  byUnit: boolean;
  /** The unit that was chosen: whoever stands here by another post says so. */
  under: string | null;
  open: AccountId | null;
  signs: Signs;
  more: (() => void) | null;
}

type Row = { unit: string; before: AccountId } | { person: Listed } | { more: () => void };

export function PeopleList({ people, byUnit, under, open, signs, more }: Props) {
  const { t } = useLingui();
  const faces = facesOf(people);
  const aparts = apartIn(people);
  const other = t`兼務で入っている職員`;
  const rows = rowsOf(people, byUnit, under, other);
  if (more) rows.push({ more });
  return (
    <section
      aria-label={t`職員の一覧`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys.
      tabIndex={0}
      className="min-h-40 grow basis-0 overflow-y-auto px-2 pb-4"
    >
      <Virtualizer as="ul" item="li" data={rows} itemSize={64}>
        {(row) => <Line key={keyOf(row)} {...{ row, byUnit, faces, aparts, open, signs }} />}
      </Virtualizer>
    </section>
  );
}

interface LineProps {
  row: Row;
  byUnit: boolean;
  faces: Faces;
  aparts: Aparts;
  open: AccountId | null;
  signs: Signs;
}

function Line({ row, byUnit, faces, aparts, open, signs }: LineProps) {
  if ("unit" in row) {
    return <h3 className="px-2 pt-4 pb-1 text-small font-bold text-firm">{row.unit}</h3>;
  }
  if ("more" in row) return <More onSeen={row.more} />;
  const { person } = row;
  // Unit and title stand in every row already.
  const tail = aparts.get(person.account_id)?.tail;
  return (
    <Link
      to="/people/$accountId"
      params={{ accountId: person.account_id }}
      aria-current={open === person.account_id ? "page" : undefined}
      data-person={person.account_id}
      className="grid min-h-16 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 rounded-12 px-2 py-2 text-ink no-underline hover:bg-hovered aria-[current]:bg-accent-soft"
    >
      <Face
        round
        letters={faces.get(person.account_id) ?? ""}
        of={person.account_id}
        mark={signs.dot(person.account_id)}
      />
      <span className="grid min-w-0">
        <span className="flex flex-wrap items-baseline gap-x-2 font-name">
          <span className="font-bold">
            <AsTyped>{fullName(person)}</AsTyped>
          </span>
          <span className="text-small text-soft">{person.kana}</span>
        </span>
        <span className="flex flex-wrap gap-x-2 text-small text-soft">
          {!byUnit && <span>{person.department}</span>}
          <span>{person.job_title}</span>
          {tail && (
            <span>
              <Trans>職員番号 末尾 {tail}</Trans>
            </span>
          )}
          <span>{signs.words(person.account_id)}</span>
        </span>
      </span>
      {person.extension && (
        <span className="figures text-right text-small text-firm tight:col-start-2 tight:text-left">
          <Trans>内線 {person.extension}</Trans>
        </span>
      )}
    </Link>
  );
}

/** The end of what is there: coming into sight, it asks for more. */
function More({ onSeen }: { onSeen: () => void }) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it comes into sight.
  useEffect(onSeen, []);
  return (
    <p role="status" className="p-4 text-center text-small text-soft">
      <Trans>続きを読み込んでいます</Trans>
    </p>
  );
}

function rowsOf(people: Listed[], byUnit: boolean, under: string | null, other: string): Row[] {
  const rows: Row[] = [];
  let last: string | null = null;
  for (const person of people) {
    const isHere = under === null || `${person.department_path} `.startsWith(`${under} `);
    const unit = isHere ? pathWords(person.department_path) : other;
    if (byUnit && unit !== last) rows.push({ unit, before: person.account_id });
    last = unit;
    rows.push({ person });
  }
  return rows;
}

function keyOf(row: Row): string {
  if ("person" in row) return row.person.account_id;
  return "unit" in row ? `unit ${row.before}` : "more";
}
