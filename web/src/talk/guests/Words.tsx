/** The text about secrecy as its body has written it, and the box by which it is accepted. */
import { Trans } from "@lingui/react/macro";
import { Checkbox } from "react-aria-components";

import { AsTyped } from "@/ui/AsTyped";
import { Icon } from "@/ui/Icon";

interface Props {
  words: string;
  accepted: boolean;
  onAccept: (accepted: boolean) => void;
  /** It was sent without: said below. */
  missing: boolean;
}

export function Words({ words, accepted, onAccept, missing }: Props) {
  return (
    <section className="grid gap-3">
      <h2 className="font-bold">
        <Trans>守っていただくこと</Trans>
      </h2>
      <p
        lang="ja"
        className="rounded-8 border border-line bg-sunken px-4 py-3 whitespace-pre-wrap wrap-anywhere"
      >
        <AsTyped>{words}</AsTyped>
      </p>
      <Checkbox
        isSelected={accepted}
        onChange={onAccept}
        className="group flex min-h-11 cursor-pointer items-center gap-2.5 rounded-8 border border-edge px-3 py-2 data-selected:border-accent data-selected:bg-accent-soft data-selected:font-bold data-selected:text-accent-firm"
      >
        <span
          aria-hidden="true"
          className="grid size-5 shrink-0 place-items-center rounded-4 border-2 border-edge group-data-selected:border-accent"
        >
          <span className="hidden group-data-selected:block">
            <Icon name="check" size={16} />
          </span>
        </span>
        <Trans>読みました。これを守ります。</Trans>
      </Checkbox>
      {missing && !accepted && (
        <p role="alert" className="text-small text-danger">
          <Trans>読んでから、印を付けてください。</Trans>
        </p>
      )}
    </section>
  );
}
