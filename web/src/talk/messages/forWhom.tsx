/** 「○○課として書く」: in whose name one writes in a room. Kept with the page, room by room, and no longer (ORG-6). */
import { type QueryClient, queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, type ReactNode, Suspense } from "react";

import type { AccountId, Me, Message, People, Person, RoomId, RoomRow } from "@/generated/wire";
import { api } from "@/platform/api";

// Hardly anybody speaks for a unit: it comes for those who do.
const ForWhomChoice = lazy(() => import("./ForWhomChoice").then((file) => ({ default: file.ForWhomChoice })));

const chosenKey = (room: RoomId) => ["for whom", room];
const own = queryOptions({
  queryKey: ["own department accounts"],
  queryFn: ({ signal }) => api.get("/api/own-department-accounts", { signal }),
  staleTime: Number.POSITIVE_INFINITY, // a fact says when it is another
});

/** The account that is chosen in a room, as long as one may speak in its name. */
export function chosenIn(cache: QueryClient, room: RoomId): AccountId | null {
  const chosen = cache.getQueryData<AccountId | null>(chosenKey(room)) ?? null;
  const accounts = cache.getQueryData(own.queryKey)?.accounts ?? [];
  return accounts.some((each) => each.account_id === chosen) ? chosen : null;
}

/** The account of a unit in whose name a message is said. */
export function forWhomOf({ on_behalf_of }: Message, people: People): Person | undefined {
  return on_behalf_of ? people[on_behalf_of] : undefined;
}

/**
 * In whose name one writes here, and the choice of it before what else is chosen. What waits to be sent later is sent
 * in one's own name.
 */
export function useForWhom({ room_id, kind, held_for }: RoomRow, me: Me) {
  const cache = useQueryClient();
  // Whoever sits there for a unit says everything in its name, and chooses nothing.
  const isOfSeveral = (kind === "group" || kind === "open" || kind === "department") && !held_for;
  const { data } = useQuery({
    ...own,
    enabled: isOfSeveral && me.capabilities.includes("department_accounts.find"),
  });
  const { data: asked } = useQuery<AccountId | null>({
    queryKey: chosenKey(room_id),
    enabled: false,
    initialData: null,
  });
  const accounts = (isOfSeveral && data?.accounts) || [];
  const chosen = accounts.find((each) => each.account_id === asked)?.account_id ?? null;
  const choose = (account: AccountId | null) => cache.setQueryData(chosenKey(room_id), account);
  const choice = (others: ReactNode) =>
    accounts.length === 0 ? (
      others
    ) : (
      <>
        <Suspense>
          <ForWhomChoice {...{ accounts, chosen, choose }} />
        </Suspense>
        {others}
      </>
    );
  return { chosen, choice };
}
