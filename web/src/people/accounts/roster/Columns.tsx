/** The second step: which column of the file is what. Guessed, or as it was the last time; a clerk puts it right. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import type { RosterDraft } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";

import { ColumnRow } from "./ColumnRow";
import { Trouble } from "./RosterPage";
import { useChooseSheet, useDecide, useForget } from "./roster";

export function Columns({ draft, contact }: { draft: RosterDraft; contact: string }) {
  return (
    <>
      {draft.sheets.length > 1 && <Sheets draft={draft} contact={contact} />}
      <Matching key={draft.sheet} draft={draft} contact={contact} />
    </>
  );
}

function Sheets({ draft, contact }: { draft: RosterDraft; contact: string }) {
  const { t } = useLingui();
  const choose = useChooseSheet(draft.draft_id);
  return (
    <>
      <Choice
        label={t`シート`}
        value={choose.isPending ? choose.variables : draft.sheet}
        choices={draft.sheets.map((sheet) => ({ value: sheet, says: sheet }))}
        onChange={(sheet) => choose.mutate(sheet)}
      />
      <Trouble error={choose.error} contact={contact} />
    </>
  );
}

function Matching({ draft, contact }: { draft: RosterDraft; contact: string }) {
  const { t } = useLingui();
  const navigate = useNavigate();
  const decide = useDecide(draft.draft_id);
  const [chosen, setChosen] = useState(draft.columns.map((column) => column.field));
  const choose = (at: number, field: string | null) =>
    setChosen(chosen.map((each, place) => (place === at ? field : each)));
  const params = { draftId: draft.draft_id };
  const goOn = () =>
    decide.mutate(chosen, {
      onSuccess: () => navigate({ to: "/admin/roster/$draftId/difference", params }),
    });
  return (
    <>
      <p className="text-pretty">
        {draft.is_remembered ? (
          <Trans>前に同じ見出しのファイルを取り込んだときと、同じ組合せにしてあります。</Trans>
        ) : (
          <Trans>見出しと中身から、列の意味を選んであります。違っていたら、直してください。</Trans>
        )}
      </p>
      <Needed draft={draft} chosen={chosen} />
      <ul aria-label={t`ファイルの列`} className="grid gap-2">
        {draft.columns.map((column, at) => (
          <ColumnRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place in the file, whatever it is called.
            key={at}
            column={column}
            place={at + 1}
            fields={draft.fields}
            chosen={chosen[at] ?? null}
            isTwice={chosen[at] !== null && chosen.filter((field) => field === chosen[at]).length > 1}
            onChoose={(field) => choose(at, field)}
          />
        ))}
      </ul>
      <Trouble error={decide.error} contact={contact} />
      <div className="flex flex-wrap justify-end gap-2 border-t border-line pt-4">
        <OtherFile draftId={draft.draft_id} />
        <Button look="first" isDisabled={decide.isPending} onPress={goOn}>
          {decide.isPending ? <Trans>名簿を調べています</Trans> : <Trans>内容を確かめる</Trans>}
        </Button>
      </div>
    </>
  );
}

/** What is still needed, said before anybody presses a button. */
function Needed({ draft, chosen }: { draft: RosterDraft; chosen: readonly (string | null)[] }) {
  const missing = draft.fields
    .filter((field) => field.is_needed && !isSaid(field.field, chosen))
    .map((field) => field.field);
  return (
    <p aria-live="polite" className={missing.length ? "font-bold text-danger" : "text-safe"}>
      {missing.length ? (
        <Trans>まだ選ばれていない列：{missing.join("、")}（※必須）</Trans>
      ) : (
        <Trans>必要な列は、そろっています。</Trans>
      )}
    </p>
  );
}

/** Some can be said in several ways: a name in two columns, a unit by its code or level by level. */
const otherWays: Record<string, readonly string[]> = {
  氏名: ["姓"],
  ふりがな: ["姓のふりがな"],
  所属: ["所属コード", "所属（1段目）"],
  所属コード: ["所属", "所属（1段目）"],
};

function isSaid(field: string, chosen: readonly (string | null)[]): boolean {
  return [field, ...(otherWays[field] ?? [])].some((way) => chosen.includes(way));
}

export function OtherFile({ draftId }: { draftId: string }) {
  const navigate = useNavigate();
  const forget = useForget();
  const leave = () => {
    forget.mutate(draftId);
    navigate({ to: "/admin/roster" });
  };
  return (
    <Button onPress={leave}>
      <Trans>別のファイルを選ぶ</Trans>
    </Button>
  );
}
