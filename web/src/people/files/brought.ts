/** A file on its way: as it is shown, as it lies on the shelf, and what a refusal means for it. */
import type { FileId } from "@/generated/wire";
import type { Clock } from "@/platform/clock";
import type { Shelf } from "@/platform/kept";
import { isFinal, Refusal } from "@/platform/refusals";

/** Where a file is going to be attached: a room, or a thread in it. */
export type Spot = string;

/**
 * `stalled`: nobody answers, it goes on by itself. `paused`: somebody stopped it, and it goes on when they say so. `lost`:
 * the page was loaded anew, and the file has to be chosen again.
 */
export type Standing = "waiting" | "going" | "stalled" | "paused" | "lost" | "refused" | "whole";

export type Shown = ReadonlyMap<Spot, readonly Brought[]>;

export interface Brought {
  /** Under which the server knows the upload, however often it is said. */
  key: string;
  name: string;
  size: number;
  standing: Standing;
  /** Bytes that have gone out. */
  sent: number;
  file_id: FileId | null;
  /** What is to be seen in it, for those who do not see it. */
  about: string;
  refusal: Refusal | null;
}

/** As it lies on the shelf. */
export interface KeptFile {
  key: string;
  spot: Spot;
  name: string;
  size: number;
  /** Where its upload goes on, once it has begun. */
  address: string | null;
  file_id: FileId | null;
  /** Not there where it was put by a page of the version before. */
  about?: string;
  /** By this device's clock. */
  at: number;
  /** The tab in which it was chosen: a reload is the same tab, and another one has files of its own. */
  tab: string;
}

export interface Carrying {
  key: string;
  address: string | null;
  signal: AbortSignal;
  onAddress: (address: string) => void;
  onProgress: (sent: number) => void;
}

export interface BringingPorts {
  clock: Clock;
  shelf: Shelf<KeptFile>;
  tab: string;
  newKey(): string;
  /** Bring all of it, or what is left of it. Throws a Refusal for a no, anything else when nobody knows. */
  carry(file: File, how: Carrying): Promise<FileId>;
  /** The server need not keep what has come of it. */
  giveUp(address: string): Promise<void>;
}

/** While the page lives. */
export interface Entry {
  spot: Spot;
  shown: Brought;
  file: File | null;
  address: string | null;
  at: number;
  failures: number;
  stop: () => void;
}

/** The two have counted differently: it is asked how far it is. */
const COUNTED_OTHERWISE = "files.offset";
/** There is no more room for the body's files: that does not pass by itself. */
const NO_ROOM = 507;

/** One that was chosen now. */
export function newEntry(spot: Spot, file: File, key: string, at: number): Entry {
  const { name, size } = file;
  const shown: Brought = {
    key,
    name,
    size,
    standing: "waiting",
    sent: 0,
    file_id: null,
    about: "",
    refusal: null,
  };
  return { spot, shown, file, address: null, at, failures: 0, stop: () => {} };
}

/** One that a page left behind that was loaded anew. */
export function entryOf({ key, spot, name, size, address, file_id, about = "", at }: KeptFile): Entry {
  const standing = file_id ? "whole" : "lost";
  const sent = file_id ? size : 0;
  const shown: Brought = { key, name, size, standing, sent, file_id, about, refusal: null };
  return { spot, shown, file: null, address, at, failures: 0, stop: () => {} };
}

/** What is put on the shelf of it. */
export function keptOf({ spot, shown, address, at }: Entry, tab: string): KeptFile {
  const { key, name, size, file_id, about } = shown;
  return { key, spot, name, size, address, file_id, about, at, tab };
}

/** The same file, as far as a page can tell that was loaded anew. */
export function isSame(one: { name: string; size: number }, other: { name: string; size: number }): boolean {
  return one.name === other.name && one.size === other.size;
}

/** It is on its way, or will be without anybody's doing. */
export function isUnderWay({ standing }: Brought): boolean {
  return standing === "waiting" || standing === "going" || standing === "stalled";
}

/** By spot what is shown there. What has not changed is the same list: nobody draws it anew. */
export function shownOf(entries: readonly Entry[], before: Shown): Shown {
  const shown = new Map<Spot, readonly Brought[]>();
  for (const entry of entries) shown.set(entry.spot, [...(shown.get(entry.spot) ?? []), entry.shown]);
  for (const [spot, list] of shown) {
    const known = before.get(spot);
    if (known?.length === list.length && list.every((each, at) => each === known[at])) shown.set(spot, known);
  }
  return shown;
}

/** The server has said no to a file, and would say no again. */
export function isOver(error: unknown): error is Refusal {
  if (!(error instanceof Refusal) || error.code === COUNTED_OTHERWISE) return false;
  return error.status === NO_ROOM || isFinal(error);
}
