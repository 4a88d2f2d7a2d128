/** What a sign that comes or goes does to what stands under a message. Pure. */
import type { AccountId, Facts, MessageId, Reaction, ReactionKind, Reactions } from "@/generated/wire";

/** The signs that there are, in the order in which they stand under a message. */
export const kinds: readonly ReactionKind[] = ["check", "thumbs_up", "heart", "thanks", "weep", "eyes"];

type Told = Facts["reactions.changed"];

/** Somebody's sign came or went: the count is the server's own, and what I have set changes only by me. */
export function told(reactions: Reactions, { message_id, kind, ...change }: Told, me: AccountId): Reactions {
  const before = reactions[message_id] ?? [];
  const isMine = before.some((each) => each.kind === kind && each.mine);
  const mine = change.account_id === me ? change.is_on : isMine;
  return put(reactions, message_id, sorted(before, { kind, count: change.count, mine }));
}

/** As it stands with what I wish and the server has not confirmed yet. */
export function wished(reactions: Reaction[], wishes: ReadonlyMap<ReactionKind, boolean>): Reaction[] {
  return [...wishes].reduce((so_far, [kind, mine]) => {
    const is = so_far.find((each) => each.kind === kind) ?? { kind, count: 0, mine: false };
    if (is.mine === mine) return so_far;
    return sorted(so_far, { kind, count: is.count + (mine ? 1 : -1), mine });
  }, reactions);
}

function sorted(before: Reaction[], now: Reaction): Reaction[] {
  const others = before.filter((each) => each.kind !== now.kind);
  const all = now.count > 0 ? [...others, now] : others;
  return all.toSorted((one, other) => kinds.indexOf(one.kind) - kinds.indexOf(other.kind));
}

function put(reactions: Reactions, message: MessageId, now: Reaction[]): Reactions {
  const { [message]: _, ...others } = reactions;
  return now.length > 0 ? { ...others, [message]: now } : others;
}
