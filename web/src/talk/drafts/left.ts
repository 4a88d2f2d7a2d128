/** What other tabs of this browser had written when they went, and nobody has saved: the server sets it aside. */
import type { RoomId } from "@/generated/wire";
import { isFinal } from "@/platform/refusals";

import type { OnDevice } from "./device";
import { type Kept, placeOf, type Save } from "./entry";

export class LeftBehind {
  readonly #device: OnDevice;
  #texts: Kept[] = [];

  constructor(device: OnDevice) {
    this.#device = device;
  }

  add(kept: Kept): void {
    this.#texts.push(kept);
  }

  /** Of other rooms nothing stays. */
  onlyIn(rooms: ReadonlySet<RoomId>): void {
    for (const each of this.#texts) if (!rooms.has(each.room_id)) this.#device.letGo(each);
    this.#texts = this.#texts.filter((each) => rooms.has(each.room_id));
  }

  /** What cannot be saved now is tried again when this is called again. */
  async saveAll(save: Save, newVersion: () => string): Promise<void> {
    const texts = this.#texts;
    this.#texts = [];
    for (const kept of texts) {
      const { text, seen = null, thread_id = null } = kept;
      const wish = { version: newVersion(), seen, text, takes: null, thread: thread_id };
      const isDone = await save(placeOf(kept), wish).then(() => true, isFinal);
      if (isDone) this.#device.letGo(kept);
      else this.#texts.push(kept);
    }
  }
}
