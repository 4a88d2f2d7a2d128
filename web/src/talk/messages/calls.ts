/** Whom a message calls: a person, a unit with everybody in it and below, or the whole room. */
import type { Me, MentionPart, Message } from "@/generated/wire";

/** Whether a message calls this person now that it is said. What an edit has added calls nobody. */
export function calls(message: Message, me: Me): boolean {
  if (message.author_id === me.account_id) return false;
  return message.parts.some((part) => part.kind === "mention" && !part.quiet && means(part, me));
}

/** Whether somebody is named by this: alone, with a unit, or with everybody. */
export function means({ of, id }: MentionPart, { account_id, units }: Me): boolean {
  if (of === "everyone") return true;
  return of === "account" ? id === account_id : units.some((unit) => unit === id);
}
