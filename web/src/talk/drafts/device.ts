/** Drafts as they lie on this device: on a shelf within a moment of typing, on slips where the page may be gone by then. */
import type { Shelf, Slips } from "@/platform/kept";

import { type Entry, idOf, type Kept, keptOf, placeOf } from "./entry";

export class OnDevice {
  constructor(
    readonly shelf: Shelf<Kept>,
    readonly slips: Slips<Kept>,
  ) {}

  /** What was kept last of each. */
  async all(): Promise<Kept[]> {
    const slips = this.slips.all();
    const kept = await this.shelf.all().catch(() => []);
    // What stands on a slip was written after what lies on the shelf.
    return [...new Map([...kept, ...slips].map((each) => [idOf(placeOf(each)), each])).values()];
  }

  /** It is safe once this is done. */
  async keep(entry: Entry): Promise<void> {
    const [id, kept] = [idOf(entry), keptOf(entry)];
    // What the server has need not lie on a machine that others use.
    // Without storage (a private window) the draft lives as long as the page.
    await (kept.unsaved ? this.shelf.put(id, kept) : this.shelf.remove(id)).then(
      () => entry.text === kept.text && this.slips.remove(id),
      () => {},
    );
  }

  /** It is safe when this returns. */
  jot(entry: Entry): void {
    this.slips.put(idOf(entry), keptOf(entry));
  }

  forget(id: string): void {
    this.slips.remove(id);
    void this.shelf.remove(id).catch(() => {});
  }
}
