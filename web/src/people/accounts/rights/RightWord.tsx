/** What is said of one right: given, withheld, or nothing, so that whoever spoke before decides. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Right } from "@/generated/wire";
import { Choice } from "@/ui/Choice";

import { rights } from "./words";

interface Props {
  right: Right;
  /** Null: nothing is said of it. */
  word: boolean | null;
  /** What nothing means here; without it, what is not withheld is given. */
  nothing?: ReactNode;
  /** Beside the name of the right. */
  beside?: ReactNode;
  /** Null: it may not be changed here. */
  onSay: ((word: boolean | null) => void) | null;
}

export function RightWord({ right, word, nothing, beside, onSay }: Props) {
  const { i18n } = useLingui();
  const { says, about } = rights[right];
  const name = i18n._(says);
  return (
    <li className="grid gap-1.5 px-3 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <p className="font-bold">{name}</p>
        {beside}
      </div>
      <p className="text-small text-soft">{i18n._(about)}</p>
      {onSay && (
        <Choice
          label={name}
          quiet
          hidesLabel
          value={chosenBy(word, nothing !== undefined)}
          onChange={(chosen) => onSay(chosen === "nothing" ? null : chosen === "given")}
          choices={[
            ...(nothing === undefined ? [] : [{ value: "nothing" as const, says: nothing }]),
            { value: "given", says: <Trans>できる</Trans> },
            { value: "withheld", says: <Trans>できない</Trans> },
          ]}
        />
      )}
    </li>
  );
}

function chosenBy(word: boolean | null, hasNothing: boolean): "nothing" | "given" | "withheld" {
  if (word === null && hasNothing) return "nothing";
  return word === false ? "withheld" : "given";
}
