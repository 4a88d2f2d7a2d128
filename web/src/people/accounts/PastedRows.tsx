/** The rows of a pasted list with what came of each; where two people fit, one is picked by hand. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Person, Resolved } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Icon, type IconName } from "@/ui/Icon";

import { settled } from "./pasted";

interface Props {
  rows: Resolved[];
  picked: ReadonlyMap<number, Person>;
  onPick: (row: number, person: Person) => void;
}

const SHOWN = 200;

export function PastedRows({ rows, picked, onPick }: Props) {
  const { t } = useLingui();
  // What needs a look stands first; a long list of people found says nothing new.
  const open = rows.filter((row) => row.outcome !== "found");
  const shown = [...open, ...settled(rows)].slice(0, SHOWN);
  return (
    <>
      <p role="status" className="font-bold">
        <Trans>
          {rows.length}行のうち{settled(rows).length}人が見つかりました。
        </Trans>
        {open.length > 0 && <Trans>確かめる行が{open.length}行あります。</Trans>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys. */}
      <section aria-label={t`調べた結果`} tabIndex={0} className="max-h-60 overflow-y-auto">
        <ul className="grid gap-1">
          {shown.map((row) => (
            <Row
              key={row.row}
              row={row}
              picked={picked.get(row.row)}
              onPick={(one) => onPick(row.row, one)}
            />
          ))}
        </ul>
        {rows.length > SHOWN && (
          <p className="p-2 text-small text-soft">
            <Trans>ほか{rows.length - SHOWN}行は表示していません。</Trans>
          </p>
        )}
      </section>
    </>
  );
}

interface RowProps {
  row: Resolved;
  picked: Person | undefined;
  onPick: (person: Person) => void;
}

const signs: Record<Resolved["outcome"], IconName> = {
  found: "check",
  several: "people",
  unknown: "alert",
  twice: "info",
  suspended: "lock",
  present: "info",
  out_of_reach: "lock",
};

function Row({ row, picked, onPick }: RowProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 border-b border-line py-1.5 text-small">
      <span className={row.outcome === "found" ? "text-safe" : "text-firm"}>
        <Icon name={signs[row.outcome]} size={18} />
      </span>
      <div className="grid gap-1">
        <p>
          <span className="figures text-soft">
            <Trans>{row.row}行目</Trans>
          </span>{" "}
          <span className="font-name">{row.said}</span>
        </p>
        <p>
          <Said row={row} />
        </p>
        {row.outcome === "several" && <Which row={row} picked={picked} onPick={onPick} />}
      </div>
    </li>
  );
}

function Said({ row }: { row: Resolved }) {
  const { t } = useLingui();
  const [person] = row.people;
  const who = person ? `${fullName(person)}　${person.department}` : "";
  const words: Record<Resolved["outcome"], string> = {
    found: who,
    several: t`${row.people.length}人に当てはまります。1人を選ぶか、この行を使わずに進めます。`,
    unknown: t`当てはまる職員がいません。この行は加わりません。`,
    twice: t`${who}：上の行と同じ人です。`,
    suspended: t`${who}：利用を止めているので加えられません。`,
    present: t`${who}：すでに入っています。`,
    out_of_reach: t`${who}：声をかけられる範囲の外です。`,
  };
  return words[row.outcome];
}

function Which({ row, picked, onPick }: RowProps) {
  const { t } = useLingui();
  return (
    <fieldset className="grid gap-1">
      <legend className="sr-only">{t`${row.row}行目の人を選ぶ`}</legend>
      {row.people.map((person) => (
        <label key={person.account_id} className="flex min-h-9 items-center gap-2 coarse:min-h-11">
          <input
            type="radio"
            name={`row ${row.row}`}
            className="size-5 accent-accent"
            checked={picked?.account_id === person.account_id}
            onChange={() => onPick(person)}
          />
          <span className="font-name font-bold">{fullName(person)}</span>
          <span className="text-soft">
            {person.department_path}　{person.job_title}{" "}
            {person.tail && <Trans>職員番号 末尾 {person.tail}</Trans>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
