/** Under what the lists of guests are held. */
export const guestsKey = ["guests"] as const;
