/** A button that shows an icon alone: its name is spoken and shown as a tip; in かんたん表示 it stands beside it. */
import type { Ref } from "react";
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from "react-aria-components";

import { Icon, type IconName } from "./Icon";
import { usePreferences } from "./preferences";

interface Props extends Omit<ButtonProps, "children" | "className" | "style"> {
  icon: IconName;
  label: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, ...rest }: Props) {
  const { simple } = usePreferences();
  const size = simple
    ? "min-h-11 grid-flow-col items-center gap-1 px-2"
    : "size-10 place-items-center coarse:size-11";
  return (
    <TooltipTrigger delay={500} isDisabled={simple}>
      <Button
        {...rest}
        aria-label={label}
        className={`grid shrink-0 rounded-8 text-firm hover:bg-hovered disabled:text-soft ${size}`}
      >
        <Icon name={icon} size={22} />
        {simple && label}
      </Button>
      <Tooltip offset={4} className="rounded-6 bg-ink px-2 py-1 text-small text-surface">
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
