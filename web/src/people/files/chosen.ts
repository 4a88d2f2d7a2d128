/** Files as they are chosen, dropped or pasted: which of them may be added at all, said before anything is sent (FILE-1). */

/** Files of one message, as the server takes them. */
export const MOST_FILES = 20;

/** Why a file was not added. */
export type Objection = "empty" | "large" | "many" | "full" | "forbidden";

export interface Room {
  /** Bytes of one file; null while nobody knows. */
  most: number | null;
  /** Bytes that are left to the body. */
  left: number | null;
  /** What names may end in; null where all may be tried. */
  endings: readonly string[] | null;
  /** How many are there already. */
  there: number;
}

export interface Sorted {
  added: File[];
  refused: { file: File; objection: Objection }[];
}

/** What of these is added. The others are named, each with its reason, and do not hold those up. */
export function sorted(files: readonly File[], { most, left, endings, there }: Room): Sorted {
  const found: Sorted = { added: [], refused: [] };
  let free = left ?? Number.POSITIVE_INFINITY;
  for (const file of files) {
    const objection =
      objectionTo(file, { most, free, count: there + found.added.length }) ?? byName(file, endings);
    if (objection) found.refused.push({ file, objection });
    else {
      found.added.push(file);
      free -= file.size;
    }
  }
  return found;
}

function objectionTo(
  { size }: File,
  { most, free, count }: { most: number | null; free: number; count: number },
): Objection | null {
  if (size === 0) return "empty";
  if (most !== null && size > most) return "large";
  if (count >= MOST_FILES) return "many";
  return size > free ? "full" : null;
}

/** The server looks at the content, and lets in only what is called so, too. */
function byName({ name }: File, endings: readonly string[] | null): Objection | null {
  const ending = name.includes(".") ? name.slice(name.lastIndexOf(".") + 1).toLowerCase() : "";
  return endings === null || endings.includes(ending) ? null : "forbidden";
}

/** What a clipboard or a drag carries as files. Words that come along mean the words: Excel and Word add a picture of them. */
export function filesIn({ files, types }: Pick<DataTransfer, "files" | "types">): File[] {
  return types.includes("text/plain") ? [] : [...files];
}

const FROM_CLIPBOARD = /^image\.(\w+)$/;

/** Browsers call every picture of the clipboard the same: in a message it has a name that says where it is from. */
export function pastedAs(file: File, called: string): File {
  const ending = FROM_CLIPBOARD.exec(file.name)?.[1];
  return ending ? new File([file], `${called}.${ending}`, { type: file.type }) : file;
}
