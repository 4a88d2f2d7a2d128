/** One level as the body orders it: its name, what it permits, and the sentences that follow from that. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";

import type { Level } from "@/generated/wire";
import { Field } from "@/ui/Field";
import { Icon } from "@/ui/Icon";

import { LevelWords } from "./LevelWords";

interface Props {
  /** Its place, from 1 on. */
  number: number;
  level: Level;
  /** How many rooms have it; null where that will be counted anew. */
  rooms: number | null;
  onChange: (level: Level) => void;
}

type Permission = Exclude<keyof Level, "name">;

const PERMISSIONS: readonly Permission[] = [
  "internet",
  "bodies",
  "guests",
  "printing",
  "forwarding",
  "personal",
];

export function LevelFields({ number, level, rooms, onChange }: Props) {
  const { t } = useLingui();
  const says = useSays();
  const permit = (chosen: string[]) => {
    const granted = PERMISSIONS.map((each) => [each, chosen.includes(each)]);
    onChange({ ...level, ...Object.fromEntries(granted) });
  };
  return (
    <section aria-label={t`${number}段め`} className="grid gap-3 rounded-12 border border-line px-4 py-3.5">
      <Field
        label={t`${number}段めの名前`}
        isRequired
        maxLength={20}
        value={level.name}
        onChange={(name) => onChange({ ...level, name })}
      />
      <CheckboxGroup
        value={PERMISSIONS.filter((each) => level[each])}
        onChange={permit}
        className="grid gap-2"
      >
        <Label className="font-bold">
          <Trans>できること</Trans>
        </Label>
        <div className="flex flex-wrap gap-2">
          {PERMISSIONS.map((each) => (
            <Box key={each} value={each} says={says[each]} />
          ))}
        </div>
      </CheckboxGroup>
      <p className="text-small text-firm">
        <LevelWords level={level} />
        {rooms !== null && (
          <>
            {" "}
            <span className="figures whitespace-nowrap">
              <Trans>いま{rooms}ルーム</Trans>
            </span>
          </>
        )}
      </p>
    </section>
  );
}

function useSays(): Record<Permission, string> {
  const { t } = useLingui();
  return {
    internet: t`インターネット側で読む`,
    bodies: t`ほかの団体の人を入れる`,
    guests: t`ゲストを入れる`,
    printing: t`印刷と保存`,
    forwarding: t`転送`,
    personal: t`個人情報を書く`,
  };
}

function Box({ value, says }: { value: string; says: string }) {
  return (
    <Checkbox
      value={value}
      className="group flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-edge px-3 data-selected:border-accent data-selected:bg-accent-soft data-selected:font-bold data-selected:text-accent-firm"
    >
      <span
        aria-hidden="true"
        className="grid size-5 shrink-0 place-items-center rounded-4 border-2 border-edge group-data-selected:border-accent"
      >
        <span className="hidden group-data-selected:block">
          <Icon name="check" size={16} />
        </span>
      </span>
      {says}
    </Checkbox>
  );
}
