/** What a finger that goes sideways will have done: it stands beside the element and comes into sight with it. */
import { Icon, type IconName } from "./Icon";

interface Props {
  /** To which side the finger goes. */
  to: "left" | "right";
  icon: IconName;
  says: string;
}

export function SwipeSign({ to, icon, says }: Props) {
  const place = to === "left" ? "left-full" : "right-full";
  return (
    <span
      aria-hidden="true"
      className={`absolute inset-y-0 grid w-24 content-center justify-items-center gap-0.5 text-center text-small leading-130 text-accent-firm ${place}`}
    >
      <Icon name={icon} size={22} />
      {says}
    </span>
  );
}
