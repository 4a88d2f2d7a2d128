/** A word in a coloured pill. The word carries the meaning; the colour repeats it. */
import type { ReactNode } from "react";

const looks = {
  safe: "bg-safe-soft text-safe border-safe-line",
  outside: "bg-outside-soft text-outside border-outside-line",
  guest: "bg-guest-soft text-guest border-guest-line",
  plain: "bg-surface text-firm border-edge",
} as const;

export type ChipLook = keyof typeof looks;

export function Chip({ look = "plain", children }: { look?: ChipLook; children: ReactNode }) {
  return (
    <span
      className={`inline-flex min-h-6 shrink-0 items-center gap-1 whitespace-nowrap rounded-12 border px-2 text-small font-bold leading-120 ${looks[look]}`}
    >
      {children}
    </span>
  );
}
