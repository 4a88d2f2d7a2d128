/** A button with a verb on it. One look per weight: the act of the screen, an act beside it, a quiet one, a grave one. */
import type { ReactNode } from "react";
import { type ButtonProps, Button as Pressable } from "react-aria-components";

import { Icon, type IconName } from "./Icon";

const looks = {
  first:
    "bg-accent text-on-accent border-transparent hover:bg-accent-firm hover:underline disabled:bg-line disabled:text-soft disabled:no-underline",
  second: "bg-surface text-accent border-current hover:bg-accent-soft hover:underline disabled:text-soft",
  quiet: "text-firm border-transparent hover:bg-hovered hover:underline disabled:text-soft",
  grave: "bg-surface text-danger border-current hover:bg-danger-soft hover:underline disabled:text-soft",
} as const;

interface Props extends Omit<ButtonProps, "children" | "className" | "style"> {
  look?: keyof typeof looks;
  icon?: IconName;
  small?: boolean;
  wide?: boolean;
  children: ReactNode;
}

export function Button({ look = "second", icon, small, wide, children, ...rest }: Props) {
  return (
    <Pressable
      {...rest}
      className={`inline-flex items-center justify-center gap-1.5 rounded-8 border px-3.5 py-1 font-bold leading-150 underline-offset-3 disabled:cursor-default coarse:min-h-11 ${small ? "min-h-9 text-small" : "min-h-11"} ${wide ? "w-full" : ""} ${looks[look]}`}
    >
      {icon && <Icon name={icon} size={18} />}
      {children}
    </Pressable>
  );
}
