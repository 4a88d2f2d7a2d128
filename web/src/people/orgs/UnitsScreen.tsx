/** 組織: the tree of units, arranged by mouse, by keys and by a menu on each row; the chosen unit stands beside it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { ArrangedUnit, Hall, OrganizationId, UnitId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { SearchBox } from "@/ui/SearchBox";
import { Select } from "@/ui/Select";
import { Waiting } from "@/ui/Waiting";

import { AddUnit } from "./AddUnit";
import { fitting } from "./arranging";
import { HallName } from "./HallName";
import { PrintUnits } from "./PrintUnits";
import { useHalls, useTree } from "./tree";
import { UnitPane } from "./UnitPane";
import { UnitTree } from "./UnitTree";
import { useArranging } from "./useArranging";

interface Props {
  home: OrganizationId | null;
  contact: string;
}

export function UnitsScreen({ home, contact }: Props) {
  const { t } = useLingui();
  const halls = useHalls();
  const [chosen, choose] = useState<OrganizationId | null>(home);
  const hall = halls.data?.find((one) => one.organization_id === chosen) ?? halls.data?.[0];
  if (halls.isPending) return <Waiting says={t`組織を読み込んでいます`} />;
  if (!hall) {
    return (
      <NotRead
        title={<Trans>組織を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => halls.refetch()}
      />
    );
  }
  return (
    <Arranged
      key={hall.organization_id}
      hall={hall}
      halls={halls.data ?? []}
      contact={contact}
      onHall={choose}
    />
  );
}

interface ArrangedProps {
  hall: Hall;
  halls: readonly Hall[];
  contact: string;
  onHall: (hall: OrganizationId) => void;
}

function Arranged({ hall, halls, contact, onHall }: ArrangedProps) {
  const { t } = useLingui();
  const tree = useTree(hall.organization_id);
  const units = tree.data ?? [];
  const [words, setWords] = useState("");
  const [withClosed, showClosed] = useState(false);
  const [chosen, choose] = useState<UnitId | null>(null);
  const [adding, add] = useState<ArrangedUnit | "top" | null>(null);
  const arranging = useArranging(units);
  const unit = units.find((one) => one.unit_id === chosen);
  const shown = fitting(units, words, withClosed);
  return (
    <div className="flex min-h-0 grow">
      <main
        className={`min-h-0 min-w-0 grow flex-col gap-3 overflow-y-auto px-4 py-4 mid:px-7 mid:py-5 ${unit ? "hidden wide:flex" : "flex"}`}
      >
        <Head hall={hall} halls={halls} contact={contact} onHall={onHall} onAdd={() => add("top")}>
          <PrintUnits hall={hall.name} units={shown} />
        </Head>
        <div className="flex flex-wrap items-center gap-3">
          <div className="min-w-0 grow">
            <SearchBox label={t`所属の名前・略称・コードで探す`} value={words} onChange={setWords} />
          </div>
          <label className="flex min-h-11 items-center gap-2 text-small">
            <input
              type="checkbox"
              className="size-5 accent-accent"
              checked={withClosed}
              onChange={(event) => showClosed(event.target.checked)}
            />
            <Trans>廃止した所属も表示する</Trans>
          </label>
        </div>
        <Done arranging={arranging} contact={contact} />
        {shown.length === 0 ? (
          <NoUnits tree={tree} words={words} contact={contact} />
        ) : (
          <UnitTree
            units={units}
            shown={shown}
            isFiltered={words.trim() !== ""}
            chosen={chosen}
            arranging={arranging}
            onChoose={choose}
            onAdd={add}
          />
        )}
      </main>
      {unit && (
        <UnitPane
          key={`${unit.unit_id} ${unit.last_change}`}
          unit={unit}
          units={units}
          contact={contact}
          arranging={arranging}
          onClose={() => choose(null)}
        />
      )}
      {adding && (
        <AddUnit
          hall={hall.organization_id}
          above={adding === "top" ? null : adding}
          contact={contact}
          onClose={() => add(null)}
          onAdded={choose}
        />
      )}
    </div>
  );
}

interface NoUnitsProps {
  tree: ReturnType<typeof useTree>;
  words: string;
  contact: string;
}

/** What stands in place of the tree: on its way, not read, or nothing that fits. */
function NoUnits({ tree, words, contact }: NoUnitsProps) {
  const { t } = useLingui();
  if (tree.isPending) return <Waiting says={t`所属を読み込んでいます`} />;
  if (tree.isError) {
    return (
      <NotRead
        title={<Trans>所属を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => tree.refetch()}
      />
    );
  }
  if (words.trim()) {
    return <Notice icon="search" title={<Trans>「{words}」に当てはまる所属はありません。</Trans>} />;
  }
  return (
    <Notice icon="hall" title={<Trans>まだ所属がありません。</Trans>}>
      <Trans>「所属を加える」から一つずつ加えるか、職員名簿の取込みで一度に作れます。</Trans>
    </Notice>
  );
}

/** What was done last, and its undoing; or why it was not done. */
function Done({ arranging, contact }: { arranging: ReturnType<typeof useArranging>; contact: string }) {
  return (
    <>
      <Trouble error={arranging.error} contact={contact} />
      {arranging.last && (
        <p
          role="status"
          className="flex flex-wrap items-center gap-2 rounded-8 bg-sunken px-3 py-1.5 text-small"
        >
          {arranging.last.says}
          <Button small look="quiet" isDisabled={arranging.isBusy} onPress={arranging.undo}>
            <Trans>元に戻す</Trans>
          </Button>
        </p>
      )}
    </>
  );
}

interface HeadProps extends ArrangedProps {
  onAdd: () => void;
  children: ReactNode;
}

function Head({ hall, halls, contact, onHall, onAdd, children }: HeadProps) {
  const { t } = useLingui();
  const [naming, name] = useState<"new" | "rename" | null>(null);
  const path = `/api/organizations/${hall.organization_id}/units/export`;
  return (
    <div className="grid grid-cols-2 items-center gap-2 mid:flex mid:flex-wrap">
      <h2 className="col-span-2 mr-auto text-[1.5rem] leading-150 font-bold">
        <Trans>組織</Trans>
      </h2>
      {halls.length > 1 && (
        <Select
          small
          label={t`表示する組織`}
          value={hall.organization_id}
          options={halls.map((one) => ({ value: one.organization_id, says: one.name }))}
          onChange={(one) => onHall(one as OrganizationId)}
        />
      )}
      <Button small look="quiet" onPress={() => name("rename")}>
        <Trans>組織の名前</Trans>
      </Button>
      <Button small look="quiet" onPress={() => name("new")}>
        <Trans>組織を加える</Trans>
      </Button>
      <a href={`${path}.csv`} download="" className={save}>
        <Trans>CSVで保存</Trans>
      </a>
      <a href={`${path}.xlsx`} download="" className={save}>
        <Trans>Excelで保存</Trans>
      </a>
      {children}
      <span className="col-span-2 grid">
        <Button look="first" icon="plus" onPress={onAdd}>
          <Trans>所属を加える</Trans>
        </Button>
      </span>
      {naming && (
        <HallName
          hall={naming === "rename" ? hall : null}
          contact={contact}
          onClose={() => name(null)}
          onDone={onHall}
        />
      )}
    </div>
  );
}

const save =
  "inline-flex min-h-11 items-center justify-center rounded-8 border border-current bg-surface px-3.5 font-bold text-accent no-underline hover:bg-accent-soft hover:underline";
