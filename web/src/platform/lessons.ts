/** What this device keeps of its lesson about the proxies around it. A browser that keeps nothing learns anew. */
import type { Lesson } from "@/platform/carriers";

const KEPT = "yoriai.carrier";

export function learned(): Lesson | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT) ?? "null");
    return isLesson(kept) ? kept : null;
  } catch {
    return null;
  }
}

export function learn(lesson: Lesson | null): void {
  try {
    if (lesson) localStorage.setItem(KEPT, JSON.stringify(lesson));
    else localStorage.removeItem(KEPT);
  } catch {
    // Storage is full or forbidden.
  }
}

function isLesson(kept: unknown): kept is Lesson {
  if (typeof kept !== "object" || kept === null) return false;
  const { carrier, until, times }: Partial<Lesson> = kept;
  const isLower = carrier === "events" || carrier === "poll";
  return isLower && Number.isFinite(until) && Number.isInteger(times);
}
