/** ルームにも表示: the answer stands in the room's own log too. */
import { Trans } from "@lingui/react/macro";
import { Checkbox } from "react-aria-components";

import { Icon } from "@/ui/Icon";

export function AlsoInRoom({
  isChosen,
  onChange,
}: {
  isChosen: boolean;
  onChange: (isChosen: boolean) => void;
}) {
  return (
    <Checkbox
      isSelected={isChosen}
      onChange={onChange}
      className="group relative mr-auto flex min-h-9 shrink-0 cursor-pointer items-center gap-2 rounded-8 px-1.5 text-small whitespace-nowrap coarse:min-h-11"
    >
      <span
        aria-hidden="true"
        className="grid size-5 shrink-0 place-items-center rounded-4 border-2 border-edge text-on-accent group-data-selected:border-accent group-data-selected:bg-accent"
      >
        {isChosen && <Icon name="check" size={14} />}
      </span>
      <Trans>ルームにも表示</Trans>
    </Checkbox>
  );
}
