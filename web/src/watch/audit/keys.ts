/** Under which keys what was read of the audit log is held. */

export const auditKey = ["audit"] as const;
