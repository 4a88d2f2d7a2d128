/** Somebody of another body, wherever something waits: the name, and always body and department. */
import type { ReactNode } from "react";

import type { Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";

export function Towards({ person, children }: { person: Person; children?: ReactNode }) {
  return (
    <li className="grid gap-2 rounded-12 border border-line px-4 py-3">
      <div className="grid min-w-0">
        <span className="wrap-anywhere font-name font-bold">
          <AsTyped>{fullName(person)}</AsTyped>
        </span>
        <span className="flex flex-wrap gap-x-2 text-small text-soft">
          <span className="font-bold">［{person.tenant_name}］</span>
          <span>{person.department}</span>
          <span>{person.job_title}</span>
        </span>
      </div>
      {children}
    </li>
  );
}

/** The line that came with it, as it was typed. */
export function Words({ words }: { words: string }) {
  if (words === "") return null;
  return (
    <p className="wrap-anywhere border-l-3 border-line pl-3">
      <AsTyped>{words}</AsTyped>
    </p>
  );
}
