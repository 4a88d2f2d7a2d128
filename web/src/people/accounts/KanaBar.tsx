/** あかさたな: jumps to where a list by kana begins with that row. */
import { Trans, useLingui } from "@lingui/react/macro";

const rows = ["あ", "か", "さ", "た", "な", "は", "ま", "や", "ら", "わ"] as const;

export function KanaBar({ from, onJump }: { from: string; onJump: (from: string) => void }) {
  const { t } = useLingui();
  return (
    <nav aria-label={t`五十音で移る`} className="flex flex-wrap gap-0.5 px-3 pb-1.5">
      {rows.map((row) => (
        <button
          key={row}
          type="button"
          aria-label={t`${row}行へ移る`}
          aria-current={from === row ? "true" : undefined}
          onClick={() => onJump(row)}
          className="grid size-8 place-items-center rounded-6 text-small hover:bg-hovered aria-[current]:bg-accent-soft aria-[current]:font-bold aria-[current]:text-accent-firm coarse:size-11"
        >
          {row}
        </button>
      ))}
      {from !== "" && (
        <button
          type="button"
          onClick={() => onJump("")}
          className="min-h-8 rounded-6 px-2 text-small text-accent hover:underline coarse:min-h-11"
        >
          <Trans>先頭から</Trans>
        </button>
      )}
    </nav>
  );
}
