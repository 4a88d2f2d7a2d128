/** Under which keys what was read of requests about accounts is held. */

export const requestsKey = ["account-requests"] as const;
