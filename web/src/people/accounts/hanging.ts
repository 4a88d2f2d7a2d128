/** What hangs on people: how many rooms they are in, on how many devices they are signed in. Said before a change. */
import { useLingui } from "@lingui/react/macro";
import { useQueries } from "@tanstack/react-query";

import type { AccountId, Hanging } from "@/generated/wire";
import { api } from "@/platform/api";

const together = 200; // people of one question

/** Of these people. */
export function useHangingOn(accounts: readonly AccountId[]): ReadonlyMap<string, Hanging> {
  const people = useAsked(parts(accounts).map((each) => ({ accounts: each, numbers: [] })));
  return new Map(people.map((person) => [person.account_id, person]));
}

/** The same by employee number. */
export function useHangingByNumber(numbers: readonly string[]): ReadonlyMap<string, Hanging> {
  const people = useAsked(parts(numbers).map((each) => ({ accounts: [], numbers: each })));
  return new Map(people.map((person) => [person.login_id, person]));
}

interface Asked {
  accounts: AccountId[];
  numbers: string[];
}

function useAsked(asked: readonly Asked[]): Hanging[] {
  return useQueries({
    queries: asked.map((body) => ({
      queryKey: ["hanging", body],
      gcTime: 0, // it is true for a moment only
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        api.post("/api/accounts/changes/hanging", { body, signal }),
    })),
    combine: (results) => results.flatMap((result) => result.data?.people ?? []),
  });
}

/** A list that grows at its end asks for its last part again, not for the whole. */
function parts<Name>(whose: readonly Name[]): Name[][] {
  const starts = whose.filter((_, at) => at % together === 0).map((_, part) => part * together);
  return starts.map((start) => whose.slice(start, start + together));
}

/** 「（ルーム14件、端末1台）」; nothing where nothing hangs on them. */
export function useHangingWords(): (person: Hanging | undefined) => string {
  const { t } = useLingui();
  return (person) => {
    if (!person || person.rooms + person.devices === 0) return "";
    return t`（ルーム${person.rooms}件、端末${person.devices}台）`;
  };
}
