/** Under which keys it is held who writes to people in special posts. */
export const postsKey = ["special posts"];
export const ownPostKey = [...postsKey, "own"];
