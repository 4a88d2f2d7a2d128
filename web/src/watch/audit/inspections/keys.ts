/** Under which keys what was read of inspections is held. The pages of a room stand apart: to read one again is one more row of the log. */

export const inspectionsKey = ["inspections"] as const;
export const inspectedKey = ["inspected"] as const;
