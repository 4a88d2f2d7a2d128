/** What is let go over a room: files, and of a folder those that lie in it, however deep (FILE-1). */
import { MOST_FILES } from "./chosen";

/** So many are looked at: who lets go of more hears by the names of some that they are too many. */
const MOST_SEEN = 2 * MOST_FILES;
const OF_THE_SYSTEM = /^(\..*|Thumbs\.db|desktop\.ini)$/i;

/** Systems put things into every folder that nobody means to send. */
export function isMeant({ name }: { name: string }): boolean {
  return !OF_THE_SYSTEM.test(name);
}

/** The event hands them over while it lasts, so nothing of it is read later. */
export function dropped({ items, files }: Pick<DataTransfer, "items" | "files">): Promise<File[]> {
  const entries = [...items].flatMap((item) => item.webkitGetAsEntry() ?? []);
  const plain = [...files];
  return entries.some(({ isDirectory }) => isDirectory) ? within(entries) : Promise.resolve(plain);
}

async function within(entries: readonly FileSystemEntry[]): Promise<File[]> {
  const found: File[] = [];
  const left = [...entries];
  for (let entry = left.shift(); entry && found.length < MOST_SEEN; entry = left.shift()) {
    if (isFolder(entry)) left.unshift(...(await lyingIn(entry)));
    else if (isFile(entry)) found.push(await contentOf(entry));
  }
  return found;
}

/** In the order of their names, as the folder is seen. A folder tells of some at a time, until it tells of none. */
async function lyingIn(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((told, failed) => reader.readEntries(told, failed));
    if (some.length === 0) break;
    found.push(...some.filter(isMeant));
  }
  return found.sort((one, other) => one.name.localeCompare(other.name, "ja", { numeric: true }));
}

function contentOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((told, failed) => entry.file(told, failed));
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}
