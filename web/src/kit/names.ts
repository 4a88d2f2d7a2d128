/** Names: how a person's stands on the screen, and the one or two characters of a face without a photo. */
import { firstGrapheme, takeGraphemes } from "./graphemes";

/** Family and given name with one space between; variants untouched. */
export function fullName({ family, given }: { family: string; given: string }): string {
  return `${family} ${given}`.trim();
}

/** Somebody in whose place another one acts: with their title, where they have one. */
export function nameForWhom(person: { family: string; given: string; job_title: string }): string {
  return `${fullName(person)} ${person.job_title}`.trim();
}

/** The characters of each face, in the order of the list: the first of the family name, and two for
 * those whose first one another person of the list has too (佐藤 and 佐々木: 佐藤, 佐々). */
export function faceLetters(families: readonly string[]): string[] {
  const firsts = families.map(firstGrapheme);
  const seen = new Map<string, number>();
  for (const first of firsts) seen.set(first, (seen.get(first) ?? 0) + 1);
  return families.map((family, at) => {
    const first = firsts[at] ?? "";
    return (seen.get(first) ?? 0) > 1 ? takeGraphemes(family, 2) : first;
  });
}

/** The two characters of a room's face. */
export function roomLetters(name: string): string {
  return takeGraphemes(name.trim(), 2);
}
