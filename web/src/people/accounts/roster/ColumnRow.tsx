/** One column of the file: its heading, some of its cells, and what it is taken for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";

import type { RosterColumn, RosterDraft } from "@/generated/wire";
import { box } from "@/ui/Field";

interface Props {
  column: RosterColumn;
  place: number;
  fields: RosterDraft["fields"];
  chosen: string | null;
  isTwice: boolean;
  onChoose: (field: string | null) => void;
}

export function ColumnRow({ column, place, fields, chosen, isTwice, onChoose }: Props) {
  const { t } = useLingui();
  const trouble = useId();
  const name = column.heading.trim() || t`${place}列目（見出しなし）`;
  const look = isTwice ? "border-danger bg-danger-soft" : chosen ? "border-line" : "border-line bg-sunken";
  return (
    <li
      className={`grid items-center gap-x-4 gap-y-2 rounded-8 border px-4 py-2.5 mid:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_16rem] ${look}`}
    >
      <span className="font-bold wrap-anywhere">{name}</span>
      <span className="min-w-0 text-small text-soft">
        {column.samples.length === 0 ? <Trans>（空の列）</Trans> : <Samples samples={column.samples} />}
      </span>
      <span className="grid gap-1">
        <select
          aria-label={t`「${name}」の意味`}
          aria-invalid={isTwice}
          aria-describedby={isTwice ? trouble : undefined}
          className={box}
          value={chosen ?? ""}
          onChange={(event) => onChoose(event.target.value || null)}
        >
          <option value="">{t`読まない`}</option>
          {fields.map(({ field, is_needed }) => (
            <option key={field} value={field}>
              {is_needed ? t`${field}（※必須）` : field}
            </option>
          ))}
        </select>
        {isTwice && (
          <span id={trouble} className="text-small text-danger">
            <Trans>ほかの列と同じです。どちらかを変えてください。</Trans>
          </span>
        )}
      </span>
    </li>
  );
}

function Samples({ samples }: { samples: readonly string[] }) {
  return (
    <span className="flex flex-wrap gap-x-3 font-name">
      {samples.map((sample, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two cells may say the same.
        <span key={at} className="line-clamp-1 max-w-full wrap-anywhere">
          {sample}
        </span>
      ))}
    </span>
  );
}
