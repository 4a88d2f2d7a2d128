/** Choosing one person: a press on the name is the choice. Unit and title stand in each row, as for several. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useDeferredValue, useState } from "react";
import { Button } from "react-aria-components";

import type { AccountId, OrganizationId, Person, UnitId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";
import { hasOwnKeyboard } from "@/ui/media";
import { SearchBox } from "@/ui/SearchBox";

import { apartIn } from "./apart";
import { everybody, usePeople } from "./directory";
import { FoundPeople } from "./FoundPeople";
import { facesOf } from "./faces";

interface Props {
  organization: OrganizationId | null;
  /** Only of this unit and those below it. */
  unit?: UnitId | null;
  /** Nobody chooses themselves; null where one may mean oneself. */
  me: AccountId | null;
  /** Whoever is there, not only whom one may write to: nobody is written to by this. */
  anybody?: boolean;
  busy: boolean;
  contact: string;
  /** Where more is asked than this: the box does not take the keyboard by itself. */
  waits?: boolean;
  /** Whom else the words may mean, above the people; of whoever may be chosen beside them. */
  above?: (words: string) => ReactNode;
  onPick: (who: AccountId, person: Person) => void;
}

export function PersonPick(props: Props) {
  const { organization, unit = null, me, anybody = false, busy, contact, waits, above, onPick } = props;
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const query = usePeople({ ...everybody, q, organization, unit, reachable: !anybody });
  const people = (query.data ?? []).filter((person) => person.account_id !== me);
  const faces = facesOf(people);
  const aparts = apartIn(people);
  return (
    <div className="grid min-w-0 grid-cols-1 gap-2">
      <SearchBox
        label={t`氏名・ふりがな・所属で探す`}
        value={words}
        onChange={setWords}
        autoFocus={!waits && hasOwnKeyboard()}
      />
      <div className="h-72 overflow-y-auto rounded-8 border border-line">
        {above?.(q)}
        <FoundPeople query={query} words={words} contact={contact}>
          {people.map((person) => (
            <li key={person.account_id}>
              <Button
                isDisabled={busy || person.is_closed}
                onPress={() => onPick(person.account_id, person)}
                className="flex min-h-14 w-full cursor-pointer items-center gap-3 px-3 py-1.5 text-left hover:bg-hovered data-focus-visible:bg-hovered"
              >
                <Face
                  round
                  size="small"
                  letters={faces.get(person.account_id) ?? ""}
                  of={person.account_id}
                />
                <Who person={person} isClosed={person.is_closed} tail={aparts.get(person.account_id)?.tail} />
              </Button>
            </li>
          ))}
        </FoundPeople>
      </div>
    </div>
  );
}

interface WhoProps {
  person: Person;
  isClosed: boolean;
  tail: string | undefined;
}

function Who({ person, isClosed, tail }: WhoProps) {
  return (
    <span className="grid min-w-0">
      <span className="flex flex-wrap gap-x-2 font-name text-small">
        <span className="font-bold">
          <AsTyped>{fullName(person)}</AsTyped>
        </span>
        <span className="text-soft">{person.kana}</span>
      </span>
      <span className="flex flex-wrap gap-x-2 text-small text-soft">
        <span>{person.department_path}</span>
        <span>{person.job_title}</span>
        {tail && <Trans>職員番号 末尾 {tail}</Trans>}
        {isClosed && <Trans>決められた人だけが直接書けます</Trans>}
      </span>
    </span>
  );
}
