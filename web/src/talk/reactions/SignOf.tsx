/** The signs as they are drawn: a picture of our own for each, never the system's, and the word that goes with it. */
import { useLingui } from "@lingui/react/macro";

import type { ReactionKind } from "@/generated/wire";

interface Drawn {
  /** What is filled, in a quiet colour that forced colours take away. */
  fill: string;
  tone: string;
  /** What is drawn over it. */
  line: string;
}

const round = "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18z";
const hand =
  "M7 11l4-8c1.700 0 2.800 1.200 2.500 3L13 9h5.500c1.400 0 2.300 1.200 2 2.500l-1.600 7c-.2.900-1 1.500-2 1.500H7z";
const heart =
  "M12 20S3.500 15 3.500 9.200A4.600 4.600 0 0 1 12 6.800a4.600 4.600 0 0 1 8.500 2.400C20.500 15 12 20 12 20z";
const eye =
  "M2.500 12C4.800 7.800 8.200 5.700 12 5.700s7.200 2.100 9.500 6.300c-2.300 4.200-5.700 6.300-9.500 6.300S4.800 16.200 2.500 12z";

const drawings: Record<ReactionKind, Drawn> = {
  check: { fill: round, tone: "fill-safe-soft", line: `${round}M8 12.500l3 3 5.500-6.500` },
  thumbs_up: { fill: hand, tone: "fill-warn-soft", line: `${hand}M3.500 11H7v9H3.500z` },
  heart: { fill: heart, tone: "fill-danger-soft", line: heart },
  thanks: {
    fill: "M12 9.500c-3.500 0-6 2.500-6 6V21h12v-5.500c0-3.500-2.500-6-6-6z",
    tone: "fill-accent-soft",
    line: "M12 9.500c-3.500 0-6 2.500-6 6V21h12v-5.500c0-3.500-2.500-6-6-6zM12 3.500a3 3 0 1 0 0 6a3 3 0 0 0 0-6M9.500 15l2.500 2 2.500-2M4 8L2.500 6.500M20 8l1.500-1.500",
  },
  weep: {
    fill: round,
    tone: "fill-outside-soft",
    line: `${round}M8.500 10h.01M15.500 10h.01M8.500 17c2-2.300 5-2.300 7 0M16 12.500c-1.300 1.700-1.300 3 0 3s1.300-1.300 0-3`,
  },
  eyes: {
    fill: eye,
    tone: "fill-surface",
    line: `${eye}M12 9.300a2.700 2.700 0 1 0 0 5.400a2.700 2.700 0 0 0 0-5.400z`,
  },
};

export function SignOf({ kind, size = 18 }: { kind: ReactionKind; size?: number }) {
  const { fill, tone, line } = drawings[kind];
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 24 24"
      // In rem, so that it grows with the person's size of letters.
      style={{ width: `${size / 16}rem`, height: `${size / 16}rem` }}
      className="block shrink-0 [stroke-linecap:round] [stroke-linejoin:round]"
    >
      <path d={fill} className={`${tone} forced-colors:fill-none`} />
      <path d={line} className="fill-none stroke-current stroke-[1.75]" />
    </svg>
  );
}

export function useWords(): Record<ReactionKind, string> {
  const { t } = useLingui();
  return {
    check: t`確認`,
    thumbs_up: t`いいね`,
    heart: t`ハート`,
    thanks: t`ありがとう`,
    weep: t`悲しい`,
    eyes: t`見ています`,
  };
}
