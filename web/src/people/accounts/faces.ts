/** The characters of faces in one list: whoever shares a first character with another gets two. */
import type { AccountId, Person } from "@/generated/wire";
import { faceLetters } from "@/kit/names";

export type Faces = ReadonlyMap<AccountId, string>;

export function facesOf(people: readonly Person[]): Faces {
  const letters = faceLetters(people.map((person) => person.family));
  return new Map(people.map((person, place) => [person.account_id, letters[place] ?? ""]));
}
