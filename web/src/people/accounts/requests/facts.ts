/** What happens to requests about accounts while their list is on the screen: it is asked for again. */
import type { QueryClient } from "@tanstack/react-query";

import type { Handlers } from "@/platform/facts";

import { requestsKey } from "./keys";

const askAgain = (cache: QueryClient) => void cache.invalidateQueries({ queryKey: requestsKey });

export const requestFacts: Handlers<
  | "account_requests.proposed"
  | "account_requests.asked"
  | "account_requests.accepted"
  | "account_requests.declined"
  | "account_requests.withdrawn"
> = {
  "account_requests.proposed": askAgain,
  "account_requests.asked": askAgain,
  "account_requests.accepted": askAgain,
  "account_requests.declined": askAgain,
  "account_requests.withdrawn": askAgain,
};
