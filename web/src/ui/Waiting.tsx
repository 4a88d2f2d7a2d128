/** What stands where something is still on its way: words at once for readers, for the eye after a moment. */
import { Icon } from "./Icon";

export function Waiting({ says }: { says: string }) {
  return (
    <p role="status" className="appears-soon flex items-center justify-center gap-2 p-6 text-small text-soft">
      <Icon name="clock" size={18} />
      {says}
    </p>
  );
}
