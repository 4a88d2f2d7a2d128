/** One draft as a page holds it: what stands in the field, on which of the server's it was written, and what is still to be saved. */
import type { Aside, Draft, DraftWish, MessageId, RoomId } from "@/generated/wire";
import type { Clock } from "@/platform/clock";
import type { Shelf, Slips } from "@/platform/kept";

/** Where something is written: in a room itself, or under a message of it. */
export interface Place {
  room_id: RoomId;
  thread_id: MessageId | null;
}

export const idOf = ({ room_id, thread_id }: Place): string => thread_id ?? room_id;

/** As it lies on the device. What an older page has kept says only where it was and what was written. */
export interface Kept {
  room_id: RoomId;
  text: string;
  thread_id?: MessageId | null;
  seen?: string | null;
  unsaved?: boolean;
  /** By which tab, and when by this device's clock. */
  tab?: string;
  at?: number;
}

/** While the page lives. */
export interface Entry extends Place {
  text: string;
  /** The version of the server's that this text goes on from. */
  seen: string | null;
  isUnsaved: boolean;
  /** The version under which it is being saved at this moment. */
  saving: string | null;
  /** The text set aside that it was made of. */
  takes: string | null;
  aside: readonly Aside[];
  failures: number;
  /** When it was last written or saved here. */
  touchedAt: number;
  isComposing: boolean;
  /** Each takes back what is planned. */
  keepLater: (() => void) | null;
  saveLater: (() => void) | null;
  lookLater: (() => void) | null;
}

/** Saves a text. What stands in the place then. */
export type Save = (place: Place, wish: DraftWish) => Promise<Draft | null>;

export interface BookPorts {
  clock: Clock;
  shelf: Shelf<Kept>;
  /** For what the shelf may have no time to take. */
  slips: Slips<Kept>;
  /** What tells this tab from the others of its browser. */
  tab?: string;
  newVersion(): string;
  save: Save;
}

export const noAside: readonly Aside[] = [];

export function newEntry({ room_id, thread_id }: Place): Entry {
  return {
    room_id,
    thread_id,
    text: "",
    seen: null,
    isUnsaved: false,
    saving: null,
    takes: null,
    aside: noAside,
    failures: 0,
    touchedAt: Number.NEGATIVE_INFINITY,
    isComposing: false,
    keepLater: null,
    saveLater: null,
    lookLater: null,
  };
}

export function placeOf({ room_id, thread_id = null }: Kept): Place {
  return { room_id, thread_id };
}

export function keptOf({ room_id, thread_id, text, seen, isUnsaved }: Entry): Kept {
  return { room_id, thread_id, text, seen, unsaved: isUnsaved };
}

/** Take over what lies on the device; what was typed before the device answered stands. Whether it was taken over. */
export function remember(entry: Entry, kept: Kept): boolean {
  entry.seen ??= kept.seen ?? null;
  if (entry.isUnsaved) return entry.text.includes(kept.text);
  entry.text = kept.text;
  entry.isUnsaved = kept.unsaved ?? kept.text !== "";
  return true;
}

/** Whether the server has kept another device's text instead: this one was sent, and that one was not. */
export function isAnothers(text: string, draft: Draft | null): boolean {
  return text.trim() === "" && draft !== null && draft.text !== "";
}

export function isWritten({ text, aside }: Entry): boolean {
  return text.trim() !== "" || aside.length > 0;
}
