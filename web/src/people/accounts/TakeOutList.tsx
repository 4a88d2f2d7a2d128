/** People who were named for something, each with a press that takes them out. */
import { Trans } from "@lingui/react/macro";

import type { Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";

import { StoppedMark } from "./StoppedMark";

interface Props {
  label: string;
  /** By whatever takes each out. */
  named: readonly { key: string; person: Person | undefined; isSuspended?: boolean }[];
  /** The press as a whole sentence, for whoever hears it alone. */
  says: (name: string) => string;
  busy?: boolean;
  onTakeOut: (key: string) => void;
}

export function TakeOutList({ label, named, says, busy = false, onTakeOut }: Props) {
  return (
    <ul aria-label={label} className="grid gap-1 empty:hidden">
      {named.map(({ key, person, isSuspended = false }) => {
        const name = person ? fullName(person) : "";
        return (
          <li key={key} className="flex flex-wrap items-center justify-between gap-2">
            <span className="flex flex-wrap gap-x-2">
              <b className="font-name">
                <AsTyped>{name}</AsTyped>
              </b>
              <span>{person?.department}</span>
              <span className="text-soft">{person?.job_title}</span>
              {isSuspended && <StoppedMark />}
            </span>
            <Button small aria-label={says(name)} isDisabled={busy} onPress={() => onTakeOut(key)}>
              <Trans>外す</Trans>
            </Button>
          </li>
        );
      })}
    </ul>
  );
}
