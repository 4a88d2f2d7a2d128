/** Under which key it is held who acts for whom. */
export const delegatesKey = ["delegates"];
