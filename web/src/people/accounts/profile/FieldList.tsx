/** The fields in their order: moved by drag, by keys and by buttons on each row. */
import { Trans, useLingui } from "@lingui/react/macro";
import { GridList, GridListItem, useDragAndDrop } from "react-aria-components";

import type { ProfileField } from "@/generated/wire";
import { Chip } from "@/ui/Chip";
import { Grip } from "@/ui/Grip";
import { IconButton } from "@/ui/IconButton";

import type { FieldPlace } from "./fields";
import { dropped, stepped } from "./order";

interface Props {
  fields: readonly ProfileField[];
  onPlace: (place: FieldPlace) => void;
  onChange: (field: ProfileField) => void;
  onRemove: (field: ProfileField) => void;
}

export function FieldList({ fields, onPlace, onChange, onRemove }: Props) {
  const { t } = useLingui();
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ "text/plain": nameOf(fields, String(key)) })),
    onReorder: ({ keys, target }) => {
      const [key] = keys;
      if (key === undefined || target.dropPosition === "on") return;
      const to = dropped(fields, String(key), String(target.key), target.dropPosition);
      if (to) onPlace(to);
    },
  });
  return (
    <>
      <GridList
        aria-label={t`職員の項目`}
        selectionMode="none"
        keyboardNavigationBehavior="tab"
        dragAndDropHooks={dragAndDropHooks}
        className="grid divide-y divide-line rounded-12 border border-line outline-none"
      >
        {fields.map((field) => (
          <GridListItem
            key={field.key}
            id={field.key}
            textValue={field.name}
            className="flex flex-wrap items-center gap-x-2 px-2 py-1.5 outline-none data-focus-visible:outline-3 data-focus-visible:outline-[#ffd43d]"
          >
            <Grip name={field.name} />
            <Words field={field} />
            <Acts {...{ field, fields, onPlace, onChange, onRemove }} />
          </GridListItem>
        ))}
      </GridList>
      <p className="text-small text-soft">
        <Trans>行は、つまんで動かせます。キーでは、↑↓で行を移り、Tabで行の中のボタンへ進みます。</Trans>
      </p>
    </>
  );
}

function Words({ field }: { field: ProfileField }) {
  return (
    <span className="flex min-w-40 grow basis-40 flex-wrap items-center gap-x-3 gap-y-1">
      <span className="min-w-0 font-bold wrap-anywhere">{field.name}</span>
      <Chip>{field.by_holder ? <Trans>本人も書ける</Trans> : <Trans>管理者だけが書く</Trans>}</Chip>
      <span className="figures text-small text-soft">
        <Trans>{field.count.toLocaleString("ja-JP")}人が記入</Trans>
      </span>
    </span>
  );
}

function Acts({ field, fields, onPlace, onChange, onRemove }: Props & { field: ProfileField }) {
  const { t } = useLingui();
  const { name } = field;
  const up = stepped(fields, field.key, -1);
  const down = stepped(fields, field.key, 1);
  return (
    <span className="ml-auto flex">
      <IconButton icon="up" label={t`${name}を一つ上へ`} isDisabled={!up} onPress={() => up && onPlace(up)} />
      <IconButton
        icon="down"
        label={t`${name}を一つ下へ`}
        isDisabled={!down}
        onPress={() => down && onPlace(down)}
      />
      <IconButton icon="gear" label={t`${name}を変える`} onPress={() => onChange(field)} />
      <IconButton icon="trash" label={t`${name}を外す`} onPress={() => onRemove(field)} />
    </span>
  );
}

function nameOf(fields: readonly ProfileField[], key: string): string {
  return fields.find((field) => field.key === key)?.name ?? "";
}
