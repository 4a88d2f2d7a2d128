/** What is said of a body or of its part in a room, each under its name; what is empty is not said. */
import { AsTyped } from "@/ui/AsTyped";

interface Props {
  lines: readonly (readonly [says: string, value: string])[];
}

export function SaidLines({ lines }: Props) {
  const said = lines.filter(([, value]) => value !== "");
  if (said.length === 0) return null;
  return (
    <dl className="grid gap-1 text-small">
      {said.map(([says, value]) => (
        <div key={says} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3">
          <dt className="text-soft">{says}</dt>
          <dd className="wrap-anywhere">
            <AsTyped>{value}</AsTyped>
          </dd>
        </div>
      ))}
    </dl>
  );
}
