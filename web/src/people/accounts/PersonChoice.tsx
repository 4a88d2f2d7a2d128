/** Somebody, or a unit, among those to choose from. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";

import type { Apart } from "./apart";
import { UnitMark } from "./UnitMark";

interface Props {
  person: Person;
  apart: Apart | undefined;
  info: ReactNode;
  letters: string;
  isPresent: boolean;
  /** In a special post, and not written to by whoever chooses. */
  isClosed: boolean;
  isChosen: boolean;
  onToggle: (on: boolean) => void;
}

export function PersonChoice({
  person,
  apart,
  info,
  letters,
  isPresent,
  isClosed,
  isChosen,
  onToggle,
}: Props) {
  const isFixed = isPresent || isClosed;
  return (
    <li className="flex items-center pr-1">
      <label
        className={`flex min-h-14 min-w-0 grow items-center gap-3 px-3 py-1.5 ${isFixed ? "text-soft" : "cursor-pointer hover:bg-hovered"}`}
      >
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          checked={isChosen || isPresent}
          disabled={isFixed}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <Face round size="small" letters={letters} of={person.account_id} />
        <span className="grid min-w-0">
          <span className="flex flex-wrap gap-x-2 font-name text-small">
            <span className="font-bold">
              <AsTyped>{fullName(person)}</AsTyped>
            </span>
            <UnitMark person={person} />
            <span className="text-soft">{person.kana}</span>
            {isPresent && <Trans>（参加済み）</Trans>}
          </span>
          <span className="flex flex-wrap gap-x-2 text-small text-soft">
            <span>{person.department_path}</span>
            <span>{person.job_title}</span>
            {apart?.tail && <Trans>職員番号 末尾 {apart.tail}</Trans>}
            {isClosed && <Trans>決められた人だけが直接書けます</Trans>}
          </span>
        </span>
      </label>
      {info}
    </li>
  );
}
