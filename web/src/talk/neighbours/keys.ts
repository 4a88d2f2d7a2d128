/** Under what one's own word is held: it is asked anew when the body chooses another. */
export const findableKey = ["settings", "federation", "own"];
/** What waits, and whom one has blocked: asked anew when anything is told of it. */
export const asksKey = ["neighbours", "asks"];
export const sentKey = ["neighbours", "sent"];
export const blockedKey = ["neighbours", "blocked"];
export const neighboursKey = ["neighbours"];
