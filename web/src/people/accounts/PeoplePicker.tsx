/** Choosing people by name, reading or 所属. Everybody found shows unit and title, so that nobody is taken for a namesake. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useState } from "react";

import type { AccountId, Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { Face } from "@/ui/Face";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { SearchBox } from "@/ui/SearchBox";
import { Waiting } from "@/ui/Waiting";

import { usePeople } from "./directory";
import { facesOf } from "./faces";

interface Props {
  chosen: Person[];
  /** Already there: they stand in the list but cannot be chosen. */
  present: ReadonlySet<AccountId>;
  onChange: (chosen: Person[]) => void;
}

export function PeoplePicker({ chosen, present, onChange }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const found = usePeople(useDeferredValue(words.trim()));
  const faces = facesOf(found.data ?? []);
  const drop = (person: Person) => onChange(chosen.filter((one) => one.account_id !== person.account_id));
  const toggle = (person: Person, on: boolean) => (on ? onChange([...chosen, person]) : drop(person));
  const isChosen = (person: Person) => chosen.some((one) => one.account_id === person.account_id);

  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-2">
      <legend className="pb-1 font-bold">
        <Trans>メンバー</Trans>{" "}
        <span className="figures text-small font-normal text-soft">
          <Trans>{chosen.length}人を選んでいます</Trans>
        </span>
      </legend>
      <Chosen people={chosen} onDrop={drop} />
      <SearchBox label={t`氏名・ふりがな・所属で探す`} value={words} onChange={setWords} />
      <div className="h-64 overflow-y-auto rounded-8 border border-line">
        <Found query={found} words={words}>
          {(found.data ?? []).map((person) => (
            <PersonChoice
              key={person.account_id}
              person={person}
              letters={faces.get(person.account_id) ?? ""}
              isPresent={present.has(person.account_id)}
              isChosen={isChosen(person)}
              onToggle={(on) => toggle(person, on)}
            />
          ))}
        </Found>
      </div>
    </fieldset>
  );
}

function Chosen({ people, onDrop }: { people: Person[]; onDrop: (person: Person) => void }) {
  const { t } = useLingui();
  if (people.length === 0) return null;
  return (
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
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FoundProps {
  query: ReturnType<typeof usePeople>;
  words: string;
  children: React.ReactNode[];
}

function Found({ query, words, children }: FoundProps) {
  const { t } = useLingui();
  if (query.isPending) return <Waiting says={t`名簿を読み込んでいます`} />;
  if (query.isError) {
    return (
      <Notice
        urgent
        title={<Trans>名簿を読み込めませんでした。</Trans>}
        action={
          <Button small icon="refresh" onPress={() => query.refetch()}>
            <Trans>もう一度読み込む</Trans>
          </Button>
        }
      />
    );
  }
  if (children.length === 0) {
    return (
      <Notice title={t`「${words}」に当てはまる職員はいません。`}>
        <Trans>ふりがなや、名字だけでも探せます。</Trans>
      </Notice>
    );
  }
  return (
    <>
      <ul>{children}</ul>
      {query.hasNextPage && (
        <div className="p-2">
          <Button small wide isDisabled={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
            <Trans>続きを表示</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

interface ChoiceProps {
  person: Person;
  letters: string;
  isPresent: boolean;
  isChosen: boolean;
  onToggle: (on: boolean) => void;
}

function PersonChoice({ person, letters, isPresent, isChosen, onToggle }: ChoiceProps) {
  return (
    <li>
      <label
        className={`flex min-h-14 items-center gap-3 px-3 py-1.5 ${isPresent ? "text-soft" : "cursor-pointer hover:bg-hovered"}`}
      >
        <input
          type="checkbox"
          className="size-5 shrink-0 accent-accent"
          checked={isChosen || isPresent}
          disabled={isPresent}
          onChange={(event) => onToggle(event.target.checked)}
        />
        <Face round size="small" letters={letters} of={person.account_id} />
        <span className="grid min-w-0">
          <span className="flex flex-wrap gap-x-2 font-name text-small">
            <span className="font-bold">{fullName(person)}</span>
            <span className="text-soft">{person.kana}</span>
            {isPresent && <Trans>（参加済み）</Trans>}
          </span>
          <span className="flex flex-wrap gap-x-2 text-small text-soft">
            <span>{person.department_path}</span>
            <span>{person.job_title}</span>
          </span>
        </span>
      </label>
    </li>
  );
}
