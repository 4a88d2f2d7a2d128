/** How many guests one knew of in a room when one last wrote there: kept on the device, for a question and nothing else. */
import type { RoomId } from "@/generated/wire";

const SHELF = "yoriai guests known";
const MOST = 300; // rooms

type Known = Record<string, number>;

export function knownGuests(room: RoomId): number {
  return read()[room] ?? 0;
}

export function knowGuests(room: RoomId, guests: number): void {
  const known = read();
  if ((known[room] ?? 0) === guests) return;
  const others = Object.entries(known).filter(([each]) => each !== room);
  const kept = guests > 0 ? [...others, [room, guests] as const] : others;
  try {
    localStorage.setItem(SHELF, JSON.stringify(Object.fromEntries(kept.slice(-MOST))));
  } catch {
    // A browser that keeps nothing asks again.
  }
}

function read(): Known {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(SHELF) ?? "{}");
    return kept && typeof kept === "object" ? (kept as Known) : {};
  } catch {
    return {};
  }
}
