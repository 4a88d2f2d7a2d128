/** A line across a pane that says what holds at the moment (the line is cut, it is coming back). It stays as long as it is true. */
import type { ReactNode } from "react";

import { Icon, type IconName } from "./Icon";

const looks = {
  warn: "bg-warn-soft text-warn border-warn-line",
  quiet: "bg-sunken text-firm border-line",
} as const;

interface Props {
  icon: IconName;
  look: keyof typeof looks;
  children: ReactNode;
}

export function Banner({ icon, look, children }: Props) {
  return (
    <div role="status" className={`flex items-center gap-2 border-b px-4 py-1.5 text-small ${looks[look]}`}>
      <Icon name={icon} size={18} />
      <span>{children}</span>
    </div>
  );
}
