/** Whoever shall manage the room: one of its members, found by name or unit where there are many. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Label, Radio, RadioGroup } from "react-aria-components";

import type { Person } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { facesOf } from "@/people/accounts/faces";
import { AsTyped } from "@/ui/AsTyped";
import { Face } from "@/ui/Face";
import { Icon } from "@/ui/Icon";
import { SearchBox } from "@/ui/SearchBox";

import { holds } from "./order";

interface Props {
  people: Person[];
  chosen: string;
  onChoose: (who: string) => void;
}

/** Fewer are seen at a glance. */
const MANY = 7;

/** Nobody is chosen before somebody is: the first of a list is not the one who should. */
export function Successor({ people, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const [words, setWords] = useState("");
  const all = people.filter((person) => person.kind === "member");
  const found = all.filter((person) => person.account_id === chosen || holds(saying(person), words));
  const faces = facesOf(all);
  return (
    <RadioGroup value={chosen} onChange={onChoose} className="grid min-w-0 gap-1.5">
      <Label className="font-bold">{t`あとを任せる人`}</Label>
      <p className="text-small text-soft">
        <Trans>選んだ人が、管理をする人になります。</Trans>
      </p>
      {all.length > MANY && (
        <SearchBox label={t`氏名・ふりがな・所属で探す`} value={words} onChange={setWords} />
      )}
      <div className="max-h-56 overflow-y-auto rounded-8 border border-line">
        {found.length === 0 && (
          <p className="px-3 py-3 text-small text-soft">
            <Trans>当てはまるメンバーはいません。</Trans>
          </p>
        )}
        {found.map((person) => (
          <Radio
            key={person.account_id}
            value={person.account_id}
            className="group flex min-h-13 cursor-pointer items-center gap-3 px-3 py-1.5 hover:bg-hovered data-focus-visible:bg-hovered data-selected:bg-accent-soft data-selected:font-bold data-selected:text-accent-firm"
          >
            <Face round size="small" letters={faces.get(person.account_id) ?? ""} of={person.account_id} />
            <span className="grid min-w-0">
              <span className="font-name">
                <AsTyped>{fullName(person)}</AsTyped>
              </span>
              <span className="text-small font-normal text-soft">
                {[person.department, person.job_title].filter(Boolean).join("　")}
              </span>
            </span>
            <span className="ml-auto hidden group-data-selected:block">
              <Icon name="check" size={20} />
            </span>
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function saying({ family, given, kana, department_path, job_title }: Person): string {
  return [family + given, kana, department_path, job_title].join(" ");
}
