/**
 * Drafts of one person: kept on this device within a moment of typing, taken to the server when typing stops, and
 * found on the other devices. What is being typed here is never disturbed. Storage and network are handed in.
 */
import type { Aside, Draft, RoomId } from "@/generated/wire";
import { backoff } from "@/platform/clock";
import { isFinal } from "@/platform/refusals";

import { OnDevice } from "./device";
import {
  type BookPorts,
  type Entry,
  idOf,
  isAnothers,
  isWritten,
  type Kept,
  newEntry,
  noAside,
  type Place,
  placeOf,
  remember,
} from "./entry";
import { LeftBehind } from "./left";

/** Milliseconds after the last key: kept on the device, saved on the server, and taken for done by another device. */
const SOON = 300;
const PAUSE = 1_500;
const QUIET = 4_000;
const none: ReadonlySet<RoomId> = new Set();
const nothing = { text: "", version: null, aside: noAside };

export class Drafts {
  readonly #ports: BookPorts;
  readonly #device: OnDevice;
  readonly #left: LeftBehind;
  readonly #entries = new Map<string, Entry>();
  readonly #watchers = new Set<() => void>();
  /** What the server holds, by place; null until it was read. */
  #shared: Map<string, Draft> | null = null;
  #isLoaded = false;
  #isOpen = false;
  #rooms: ReadonlySet<RoomId> = none;

  constructor(ports: BookPorts) {
    this.#ports = ports;
    this.#device = new OnDevice(ports.shelf, ports.slips, ports.tab ?? "", ports.clock.now);
    this.#left = new LeftBehind(this.#device);
  }

  async load(): Promise<void> {
    for (const each of (await this.#device.all()).reverse()) this.#takeOver(each);
    this.#isLoaded = true;
    this.#lookAround();
    this.#saveAll();
    this.#tell();
  }

  /** The newest of a place stands in the field. */
  #takeOver(kept: Kept): void {
    const entry = this.#at(placeOf(kept));
    if (!remember(entry, kept)) this.#left.add(kept);
    else if (!this.#device.isMine(kept)) void this.#keep(entry).then(() => this.#device.letGo(kept));
  }

  textOf(place: Place): string {
    return this.#entries.get(idOf(place))?.text ?? "";
  }

  /** What another device has written there, the newest first. */
  asideOf(place: Place): readonly Aside[] {
    return this.#entries.get(idOf(place))?.aside ?? noAside;
  }

  /** Rooms in which something is written; the same set as long as they are the same. */
  rooms(): ReadonlySet<RoomId> {
    return this.#rooms;
  }

  write(place: Place, text: string): void {
    const entry = this.#at(place);
    entry.text = text;
    entry.isUnsaved = true;
    entry.touchedAt = this.#ports.clock.now();
    entry.keepLater?.();
    entry.keepLater = this.#ports.clock.after(SOON, () => void this.#keep(entry));
    entry.failures = 0;
    // What was sent or cleared is gone everywhere at once.
    this.#saveIn(entry, text === "" ? 0 : PAUSE);
    this.#tell();
  }

  /** While a conversion is open nothing else comes into the field, and half a word is not saved. */
  composing(place: Place, isComposing: boolean): void {
    this.#at(place).isComposing = isComposing;
  }

  /** Go on with a text that was set aside; what stands in the field is set aside instead. */
  take(place: Place, { version, text }: Aside): void {
    const entry = this.#at(place);
    this.write(place, text);
    entry.takes = version;
    this.#saveIn(entry, 0);
  }

  /** The server holds these, and no others. */
  told(drafts: readonly Draft[]): void {
    this.#shared = new Map(drafts.map((draft) => [idOf(draft as Place), draft]));
    this.#lookAround();
  }

  /** Of other rooms nothing stays. */
  onlyIn(rooms: ReadonlySet<RoomId>): void {
    for (const [id, entry] of this.#entries) {
      if (!rooms.has(entry.room_id)) this.#forget(id, entry);
    }
    this.#left.onlyIn(rooms);
    this.#tell();
  }

  /** The line stands: what could not be saved is saved now. */
  open(): void {
    this.#isOpen = true;
    for (const entry of this.#entries.values()) entry.failures = 0;
    this.#saveAll();
  }

  close(): void {
    this.#isOpen = false;
  }

  /** The page may go away: keep and save now what would be in a moment. What was typed is safe when this returns. */
  async flush(): Promise<void> {
    const entries = [...this.#entries.values()];
    // The shelf may not have taken yet what it was given; what the server has is safe.
    const unkept = entries.filter(({ keepLater, isUnsaved }) => keepLater || isUnsaved);
    for (const entry of unkept) this.#device.jot(entry);
    await Promise.all(unkept.map((entry) => this.#keep(entry)));
    await Promise.all(entries.map((entry) => this.#save(entry)));
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  #lookAround(): void {
    if (!this.#isLoaded || !this.#shared) return;
    for (const draft of this.#shared.values()) this.#at(draft as Place);
    for (const entry of this.#entries.values()) this.#look(entry);
  }

  /** Compare with what the server holds. Unsaved words meet it when they are saved; idle ones make way. */
  #look(entry: Entry): void {
    if (!this.#shared || entry.isUnsaved || entry.saving) return;
    const draft = this.#shared.get(idOf(entry)) ?? nothing;
    if (draft.version !== entry.seen && this.#isBusy(entry)) {
      entry.lookLater?.();
      entry.lookLater = this.#ports.clock.after(QUIET, () => this.#look(entry));
      return;
    }
    entry.aside = draft.aside;
    if (draft.version !== entry.seen) {
      entry.text = draft.text;
      entry.seen = draft.version;
      void this.#keep(entry);
    }
    this.#tell();
  }

  #isBusy({ isComposing, touchedAt }: Entry): boolean {
    return isComposing || this.#ports.clock.now() - touchedAt < QUIET;
  }

  #saveAll(): void {
    const { save, newVersion } = this.#ports;
    if (this.#isOpen && this.#isLoaded) void this.#left.saveAll(save, newVersion);
    for (const entry of this.#entries.values()) if (entry.isUnsaved) this.#saveIn(entry, 0);
  }

  #saveIn(entry: Entry, milliseconds: number): void {
    entry.saveLater?.();
    entry.saveLater = this.#ports.clock.after(milliseconds, () => {
      entry.saveLater = null;
      if (entry.isComposing) this.#saveIn(entry, PAUSE);
      else void this.#save(entry);
    });
  }

  async #save(entry: Entry): Promise<void> {
    if (!this.#isOpen || !this.#isLoaded || !entry.isUnsaved || entry.saving) return;
    const { text, seen, takes } = entry;
    const version = this.#ports.newVersion();
    entry.saving = version;
    try {
      const wish = { version, seen, text, takes, thread: entry.thread_id };
      this.#saved(entry, text, await this.#ports.save(entry, wish));
    } catch (error) {
      entry.saving = null;
      this.#notSaved(entry, error);
    }
  }

  #saved(entry: Entry, text: string, draft: Draft | null): void {
    entry.saving = null;
    entry.failures = 0;
    entry.takes = null;
    entry.touchedAt = this.#ports.clock.now();
    entry.isUnsaved = entry.text !== text;
    if (!isAnothers(text, draft)) entry.seen = draft?.version ?? null;
    entry.aside = draft?.aside ?? noAside;
    void this.#keep(entry);
    if (entry.isUnsaved) this.#saveIn(entry, PAUSE);
    else this.#look(entry);
    this.#tell();
  }

  /** Offline it waits; refused, it stays here until it is written on. */
  #notSaved(entry: Entry, error: unknown): void {
    if (isFinal(error)) return;
    entry.failures += 1;
    this.#saveIn(entry, backoff(entry.failures, { random: this.#ports.clock.random() }));
  }

  #forget(id: string, entry: Entry): void {
    for (const stop of [entry.keepLater, entry.saveLater, entry.lookLater]) stop?.();
    this.#entries.delete(id);
    this.#device.forget(entry);
  }

  async #keep(entry: Entry): Promise<void> {
    entry.keepLater?.();
    entry.keepLater = null;
    await this.#device.keep(entry);
  }

  #at(place: Place): Entry {
    const id = idOf(place);
    const entry = this.#entries.get(id) ?? newEntry(place);
    this.#entries.set(id, entry);
    return entry;
  }

  #tell(): void {
    const rooms = new Set([...this.#entries.values()].filter(isWritten).map(({ room_id }) => room_id));
    if (rooms.size !== this.#rooms.size || [...rooms].some((room) => !this.#rooms.has(room)))
      this.#rooms = rooms;
    for (const changed of this.#watchers) changed();
  }
}
