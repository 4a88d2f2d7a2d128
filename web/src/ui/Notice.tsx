/** What stands where a list would stand when there is nothing to list: sentences, and one button that helps. */
import type { ReactNode } from "react";

import { Icon, type IconName } from "./Icon";

interface Props {
  icon?: IconName;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  urgent?: boolean;
}

export function Notice({ icon, title, children, action, urgent = false }: Props) {
  return (
    <div
      role={urgent ? "alert" : undefined}
      className="grid justify-items-center gap-3 px-6 py-10 text-center"
    >
      {icon && (
        <span className={urgent ? "text-danger" : "text-soft"}>
          <Icon name={icon} size={32} />
        </span>
      )}
      <p className="max-w-[34em] text-pretty font-bold">{title}</p>
      {children && <div className="max-w-[34em] text-pretty text-small text-soft">{children}</div>}
      {action}
    </div>
  );
}
