/** A file on its way: as it is shown, as it lies on the shelf, and what a refusal means for it. */
import type { FileId } from "@/generated/wire";
import { isFinal, Refusal } from "@/platform/refusals";

/** Where a file is going to be attached: a room, or a thread in it. */
export type Spot = string;

/** `stalled`: nobody answers, it goes on by itself. `lost`: the page was loaded anew, and the file has to be chosen again. */
export type Standing = "waiting" | "going" | "stalled" | "lost" | "refused" | "whole";

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

/** The same file, as far as a page can tell that was loaded anew. */
export function isSame(one: { name: string; size: number }, other: { name: string; size: number }): boolean {
  return one.name === other.name && one.size === other.size;
}

/** The server has said no to a file, and would say no again. */
export function isOver(error: unknown): error is Refusal {
  if (!(error instanceof Refusal) || error.code === COUNTED_OTHERWISE) return false;
  return error.status === NO_ROOM || isFinal(error);
}
