/** Between the messages, small and in the middle: who came or went, and what was set otherwise. */
import type { Line } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { AsTyped } from "@/ui/AsTyped";

import { useLineWords } from "./quiet";

export function QuietLine({ line }: { line: Line }) {
  const words = useLineWords();
  return (
    <p className="mx-auto w-fit max-w-[34em] text-balance px-3 pt-3 text-center font-name text-small text-soft">
      <AsTyped>{words(line)}</AsTyped>
      <time dateTime={line.at} className="figures whitespace-nowrap pl-2">
        {bubbleTime(line.at)}
      </time>
    </p>
  );
}
