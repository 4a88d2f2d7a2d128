/** Drafts of one person on this device: what is typed is kept within a moment, and found again after a reload. */
import type { RoomId } from "@/generated/wire";
import type { Clock } from "@/platform/clock";
import type { Shelf } from "@/platform/kept";

export interface Draft {
  room_id: RoomId;
  text: string;
}

const SOON = 300;

export class Drafts {
  readonly #shelf: Shelf<Draft>;
  readonly #clock: Clock;
  readonly #texts = new Map<RoomId, string>();
  readonly #unkept = new Map<RoomId, () => void>();
  readonly #watchers = new Set<() => void>();

  constructor(shelf: Shelf<Draft>, clock: Clock) {
    this.#shelf = shelf;
    this.#clock = clock;
  }

  /** What was typed before the shelf answered stands. */
  async load(): Promise<void> {
    for (const { room_id, text } of await this.#shelf.all()) {
      if (!this.#texts.has(room_id)) this.#texts.set(room_id, text);
    }
    this.#tell();
  }

  textOf(room: RoomId): string {
    return this.#texts.get(room) ?? "";
  }

  write(room: RoomId, text: string): void {
    this.#texts.set(room, text);
    this.#unkept.get(room)?.();
    this.#unkept.set(
      room,
      this.#clock.after(SOON, () => void this.#keep(room)),
    );
    this.#tell();
  }

  /** The page may go away: keep now what would be kept in a moment. */
  async flush(): Promise<void> {
    await Promise.all([...this.#unkept.keys()].map((room) => this.#keep(room)));
  }

  watch(changed: () => void): () => void {
    this.#watchers.add(changed);
    return () => this.#watchers.delete(changed);
  }

  async #keep(room: RoomId): Promise<void> {
    this.#unkept.get(room)?.();
    this.#unkept.delete(room);
    const text = this.textOf(room);
    // Without storage (a private window) the draft lives as long as the page.
    await (text === "" ? this.#shelf.remove(room) : this.#shelf.put(room, { room_id: room, text })).catch(
      () => {},
    );
  }

  #tell(): void {
    for (const changed of this.#watchers) changed();
  }
}
