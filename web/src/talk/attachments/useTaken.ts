/** What may be sent from here, by the rules about files: in words for the ways to attach, and for what was not added. */
import { useLingui } from "@lingui/react/macro";

import type { FileLimits } from "@/generated/wire";
import { asTakes } from "@/people/files/rules/effective";
import { takesWords } from "@/people/files/rules/words";

export interface Taken {
  /** Whose rule keeps out the rest, and what it lets in; null where everything may be sent. */
  rule: string | null;
  words: string;
  /** Nothing may be sent at all. */
  isShut: boolean;
  /** What names may end in; null where all may be tried. */
  endings: readonly string[] | null;
}

export function useTaken(limits: FileLimits | undefined): Taken {
  const { i18n, t } = useLingui();
  const may = limits ? asTakes(limits.takes) : "all";
  const words = i18n._(takesWords[may]);
  if (may === "all" || !limits) return { rule: null, words, isShut: false, endings: null };
  const rule = limits.rule === "network" ? t`ネットワークの決まり` : t`団体の決まり`;
  return { rule, words, isShut: may === "nothing", endings: limits.endings };
}
