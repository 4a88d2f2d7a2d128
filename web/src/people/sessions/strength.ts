/** How hard a new password is to guess, for a word beside the field. The server's own rule decides; this only advises. */
import type { PasswordRules } from "@/generated/wire";

export type Rules = Pick<PasswordRules, "least" | "kinds">;
export type Strength = "short" | "plain" | "weak" | "fair" | "strong";

/** A rough measure: length counts most, kinds of characters a little, repeated ones hardly at all. */
export function strengthOf(password: string, { least, kinds }: Rules): Strength {
  const characters = [...password];
  if (characters.length < least) return "short";
  if (kindsIn(password) < kinds) return "plain";
  const worth = new Set(characters).size + characters.length / 2 + kindsIn(password) * 2;
  if (worth < 18) return "weak";
  return worth < 26 ? "fair" : "strong";
}

function kindsIn(password: string): number {
  return [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length;
}
