/** Under which keys the page holds the administrators' table of people, and single people of it. */
export const managedKey = ["managed"];
