/** A button that shows an icon alone: its name is spoken and shown as a tip. */
import type { Ref } from "react";
import { Button, type ButtonProps, Tooltip, TooltipTrigger } from "react-aria-components";

import { Icon, type IconName } from "./Icon";

interface Props extends Omit<ButtonProps, "children" | "className" | "style"> {
  icon: IconName;
  label: string;
  ref?: Ref<HTMLButtonElement>;
}

export function IconButton({ icon, label, ...rest }: Props) {
  return (
    <TooltipTrigger delay={500}>
      <Button
        {...rest}
        aria-label={label}
        className="grid size-10 shrink-0 place-items-center rounded-8 text-firm hover:bg-hovered disabled:text-soft coarse:size-11"
      >
        <Icon name={icon} size={22} />
      </Button>
      <Tooltip offset={4} className="rounded-6 bg-ink px-2 py-1 text-small text-surface">
        {label}
      </Tooltip>
    </TooltipTrigger>
  );
}
