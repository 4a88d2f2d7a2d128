/** The paper of a person's card: face, reading, name and title at its head, and lines below. */
import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Person } from "@/generated/wire";
import { faceLetters, fullName } from "@/kit/names";
import { AsTyped, FrameMeans } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";

import { GuestMark, OutsideSign } from "./GuestMark";

export function CardOf({ person, children }: { person: Person; children: ReactNode }) {
  const { t } = useLingui();
  return (
    <article aria-label={t`${fullName(person)}さん`} className="grid gap-4 px-5 pt-3 pb-5">
      <div className="flex items-center gap-3 pr-8">
        <Face
          round
          letters={faceLetters([person.family])[0] ?? ""}
          of={person.account_id}
          mark={person.kind === "guest" && <OutsideSign />}
        />
        <div className="min-w-0">
          <p className="text-small text-soft">{person.kana}</p>
          <p className="font-name text-lead font-bold">
            <AsTyped>{fullName(person)}</AsTyped> <GuestMark person={person} />
            {person.job_title && (
              <span className="text-small font-normal text-firm">　{person.job_title}</span>
            )}
          </p>
          <FrameMeans texts={[fullName(person)]} />
        </div>
      </div>
      {children}
    </article>
  );
}

export function Line({ says, children }: { says: ReactNode; children: ReactNode }) {
  if (children === null) return null;
  return (
    <div className="grid gap-0.5">
      <dt className="text-small text-soft">{says}</dt>
      <dd>{children}</dd>
    </div>
  );
}
