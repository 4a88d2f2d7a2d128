/**
 * Drafts as they lie on this device: on a shelf within a moment of typing, on slips where the page may be gone by then.
 * Each tab has a place of its own there, so that none writes over what another has not saved yet.
 */
import type { Shelf, Slips } from "@/platform/kept";

import { type Entry, idOf, type Kept, keptOf, placeOf } from "./entry";

export class OnDevice {
  constructor(
    readonly shelf: Shelf<Kept>,
    readonly slips: Slips<Kept>,
    readonly tab: string,
    readonly now: () => number,
  ) {}

  /** What each tab has kept last, the oldest first. */
  async all(): Promise<Kept[]> {
    const slips = this.slips.all();
    const kept = await this.shelf.all().catch(() => []);
    // What stands on a slip was written after what lies on the shelf.
    const last = [...new Map([...kept, ...slips].map((each) => [keyOf(each), each])).values()];
    return last.sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
  }

  /** It is safe once this is done. */
  async keep(entry: Entry): Promise<void> {
    const kept = this.#mine(entry);
    const id = keyOf(kept);
    // What the server has need not lie on a machine that others use.
    // Without storage (a private window) the draft lives as long as the page.
    await (kept.unsaved ? this.shelf.put(id, kept) : this.shelf.remove(id)).then(
      () => entry.text === kept.text && this.slips.remove(id),
      () => {},
    );
  }

  /** It is safe when this returns. */
  jot(entry: Entry): void {
    const kept = this.#mine(entry);
    this.slips.put(keyOf(kept), kept);
  }

  forget(entry: Entry): void {
    this.letGo(this.#mine(entry));
  }

  /** What lies there is somewhere else by now, or no longer wanted. */
  letGo(kept: Kept): void {
    this.slips.remove(keyOf(kept));
    void this.shelf.remove(keyOf(kept)).catch(() => {});
  }

  isMine({ tab = "" }: Kept): boolean {
    return tab === this.tab;
  }

  #mine(entry: Entry): Kept {
    return { ...keptOf(entry), tab: this.tab, at: this.now() };
  }
}

/** An older page has kept one text of each place, whichever tab it was. */
function keyOf(kept: Kept): string {
  const id = idOf(placeOf(kept));
  return kept.tab ? `${id} ${kept.tab}` : id;
}
