/** What stands on a card in lines: what each is called, and what it says. A line that says nothing is left out. */
import { AsTyped } from "@/ui/AsTyped";

interface Props {
  lines: readonly (readonly [name: string, says: string])[];
}

export function CardLines({ lines }: Props) {
  const said = lines.filter(([, says]) => says !== "");
  if (said.length === 0) return null;
  return (
    <dl className="grid gap-1 text-small">
      {said.map(([name, says]) => (
        <div key={name} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3">
          <dt className="text-soft">{name}</dt>
          <dd className="wrap-anywhere">
            <AsTyped>{says}</AsTyped>
          </dd>
        </div>
      ))}
    </dl>
  );
}
