/** A short menu of acts below the button that opens it: each an icon with its words. */
import type { ReactNode } from "react";
import { Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

import { Icon, type IconName } from "./Icon";

interface Props {
  label: string;
  /** What opens it. */
  button: ReactNode;
  children: ReactNode;
}

export function ActsMenu({ label, button, children }: Props) {
  return (
    <MenuTrigger>
      {button}
      <Popover
        placement="bottom end"
        className="min-w-[min(14rem,calc(100vw-1.5rem))] max-w-[calc(100vw-1.5rem)] overflow-y-auto rounded-8 border border-line bg-surface py-1.5 text-ink shadow-raised"
      >
        <Menu aria-label={label} className="outline-none">
          {children}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

export function Act({ icon, says, onAction }: { icon: IconName; says: string; onAction: () => void }) {
  return (
    <MenuItem
      onAction={onAction}
      textValue={says}
      className="flex min-h-9 cursor-pointer items-center gap-3 px-4 data-focused:bg-hovered coarse:min-h-11"
    >
      <Icon name={icon} size={20} />
      {says}
    </MenuItem>
  );
}
