/** Under which keys what was read of packs is held. */

export const packsKey = ["audit-packs"] as const;
