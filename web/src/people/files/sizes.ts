/** How large a file is, in words: as the explorer of an office PC counts, in steps of 1,024. */

const KILO = 1_024;
const MEGA = KILO * KILO;
const GIGA = MEGA * KILO;

export function sizeWords(bytes: number): string {
  if (bytes < KILO) return `${bytes} バイト`;
  if (bytes < MEGA) return `${Math.round(bytes / KILO).toLocaleString("ja-JP")} KB`;
  return bytes < GIGA ? `${oneDecimal(bytes / MEGA)} MB` : `${oneDecimal(bytes / GIGA)} GB`;
}

/** One decimal, and none where it says nothing. */
function oneDecimal(count: number): string {
  return (Math.round(count * 10) / 10).toLocaleString("ja-JP");
}
