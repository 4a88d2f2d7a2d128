/** Choosing people by name, reading or 所属. Everybody found shows unit and title, so that nobody is taken for a namesake. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useDeferredValue, useState } from "react";

import type { AccountId, OrganizationId, Person, UnitId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Icon } from "@/ui/Icon";
import { SearchBox } from "@/ui/SearchBox";

import { ApartWords } from "./ApartWords";
import { type Aparts, apartIn } from "./apart";
import { UnitChoices } from "./department_accounts/UnitChoices";
import { everybody, usePeople } from "./directory";
import { FoundPeople } from "./FoundPeople";
import { facesOf } from "./faces";
import { PasteList } from "./PasteList";
import { PersonChoice } from "./PersonChoice";
import { UnitPick } from "./UnitPick";

interface Props {
  /** Where they shall come in: people of other organizations are not offered. */
  organization: OrganizationId | null;
  chosen: Person[];
  /** Already there: they stand in the list but cannot be chosen. */
  present: ReadonlySet<AccountId>;
  onChange: (chosen: Person[]) => void;
  /** Opens the card of somebody in the list, if cards can be opened here. */
  info: (person: Person) => ReactNode;
  contact: string;
  /** Units may be chosen too, where a word finds one. */
  withUnits?: true;
}

export function PeoplePicker({ organization, chosen, present, onChange, info, contact, withUnits }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const q = useDeferredValue(words.trim());
  const [way, choose] = useState<"names" | "units">("names");
  const [unit, setUnit] = useState<UnitId | null>(null);
  const narrowed = way === "units" ? unit : null;
  const order = way === "units" ? "units" : "kana";
  const found = usePeople({ ...everybody, q, organization, reachable: true, unit: narrowed, order });
  const faces = facesOf(found.data ?? []);
  const aparts = apartIn([...(found.data ?? []), ...chosen].filter(isFirst));
  const drop = (person: Person) => onChange(chosen.filter((one) => one.account_id !== person.account_id));
  const toggle = (person: Person, on: boolean) => (on ? onChange([...chosen, person]) : drop(person));
  const isChosen = (person: Person) => chosen.some((one) => one.account_id === person.account_id);

  const rows = (found.data ?? []).map((person) => (
    <PersonChoice
      key={person.account_id}
      person={person}
      apart={aparts.get(person.account_id)}
      info={info(person)}
      letters={faces.get(person.account_id) ?? ""}
      isPresent={present.has(person.account_id)}
      isClosed={person.is_closed}
      isChosen={isChosen(person)}
      onToggle={(on) => toggle(person, on)}
    />
  ));

  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <Count chosen={chosen.length} />
      <Chosen people={chosen} aparts={aparts} onDrop={drop} onDropAll={() => onChange([])} />
      <Ways way={way} onChoose={choose} />
      <div className={`grid min-w-0 grid-cols-1 gap-2 ${way === "units" ? "mid:grid-cols-2" : ""}`}>
        {way === "units" && (
          <UnitPick {...{ organization, unit, chosen, present, onChange, contact }} onUnit={setUnit} />
        )}
        <div className="grid min-w-0 grid-cols-1 content-start gap-2">
          <SearchBox label={t`氏名・ふりがな・所属で探す`} value={words} onChange={setWords} />
          <Namesakes found={found.data ?? []} words={words} />
          <div className="h-64 overflow-y-auto rounded-8 border border-line">
            <UnitChoices {...{ organization, present, isChosen, withUnits }} words={q} onToggle={toggle} />
            <FoundPeople query={found} words={words} contact={contact}>
              {rows}
            </FoundPeople>
          </div>
        </div>
      </div>
      <PasteList
        organization={organization}
        present={present}
        chosen={chosen}
        onTake={(people) => onChange([...chosen, ...people])}
      />
    </fieldset>
  );
}

function Count({ chosen }: { chosen: number }) {
  return (
    <legend className="pb-1 font-bold">
      <Trans>メンバー</Trans>{" "}
      <span className="figures text-small font-normal text-soft">
        <Trans>{chosen}人を選んでいます</Trans>
      </span>
    </legend>
  );
}

interface ChosenProps {
  people: Person[];
  aparts: Aparts;
  onDrop: (person: Person) => void;
  onDropAll: () => void;
}

function Chosen({ people, aparts, onDrop, onDropAll }: ChosenProps) {
  const { t } = useLingui();
  if (people.length === 0) return null;
  return (
    <>
      <ul aria-label={t`選んだ人`} className="flex max-h-24 flex-wrap gap-1.5 overflow-y-auto">
        {people.map((person) => (
          <li key={person.account_id}>
            <button
              type="button"
              aria-label={t`${fullName(person)}を外す`}
              onClick={() => onDrop(person)}
              className="flex min-h-8 items-center gap-1 rounded-full border border-edge px-2.5 font-name text-small hover:bg-hovered coarse:min-h-11"
            >
              {fullName(person)}
              <ApartWords of={aparts.get(person.account_id)} />
              <Icon name="close" size={14} />
            </button>
          </li>
        ))}
      </ul>
      {people.length > 1 && (
        <div>
          <Button small onPress={onDropAll}>
            <Trans>選んだ人を全部外す</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

/** By their names, or from the tree of units. */
function Ways({ way, onChoose }: { way: "names" | "units"; onChoose: (way: "names" | "units") => void }) {
  const { t } = useLingui();
  return (
    <Choice
      quiet
      label={t`選び方`}
      value={way}
      choices={[
        { value: "names", says: <Trans>名前で探す</Trans> },
        { value: "units", says: <Trans>組織から選ぶ</Trans> },
      ]}
      onChange={onChoose}
    />
  );
}

/** A name typed in full that two people bear: which one is meant is for the person to say. */
function Namesakes({ found, words }: { found: Person[]; words: string }) {
  const plain = words.replace(/\s+/gu, "");
  const same = found.filter((person) => person.family + person.given === plain);
  if (plain === "" || same.length < 2) return null;
  return (
    <p
      role="status"
      className="rounded-8 border border-warn-line bg-warn-soft px-3 py-2 text-small text-warn"
    >
      <Trans>同じ名前の人が{same.length}人います。所属と職名を確かめて選んでください。</Trans>
    </p>
  );
}

function isFirst(person: Person, at: number, all: readonly Person[]): boolean {
  return all.findIndex((other) => other.account_id === person.account_id) === at;
}
