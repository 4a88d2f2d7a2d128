/** Puts words on the clipboard. False where the browser does not let us: pages without a secure address, old ones. */
export async function toClipboard(words: string): Promise<boolean> {
  if (!navigator.clipboard) return false;
  return navigator.clipboard.writeText(words).then(
    () => true,
    () => false,
  );
}
