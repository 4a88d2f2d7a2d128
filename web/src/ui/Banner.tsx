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
  /** What can be done about it. */
  acts?: ReactNode;
  children: ReactNode;
}

export function Banner({ icon, look, acts, children }: Props) {
  return (
    <div
      className={`flex flex-wrap items-center gap-x-4 gap-y-1 border-b px-4 py-1.5 text-small ${looks[look]}`}
    >
      <p role="status" className="flex items-center gap-2">
        <Icon name={icon} size={18} />
        <span>{children}</span>
      </p>
      {acts && <span className="flex flex-wrap items-center gap-2">{acts}</span>}
    </div>
  );
}
