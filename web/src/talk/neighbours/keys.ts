/** Under what one's own word is held: it is asked anew when the body chooses another. */
export const findableKey = ["settings", "federation", "own"];
