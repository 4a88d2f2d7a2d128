/** A count that asks for attention. What it counts is said in words beside it for those who do not see it. */

interface Props {
  count: number;
  says: string;
}

export function Badge({ count, says }: Props) {
  return (
    <span
      data-fill=""
      className="figures inline-grid whitespace-nowrap h-[1.375rem] min-w-[1.375rem] place-items-center rounded-full bg-badge px-1.5 text-small font-bold leading-100 text-on-badge"
    >
      <span aria-hidden="true">{count > 999 ? "999+" : count}</span>
      <span className="sr-only">{says}</span>
    </span>
  );
}
