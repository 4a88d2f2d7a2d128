/** A dangerous act was refused until somebody says once more who they are: the act waits here for the answer. */
import { useSyncExternalStore } from "react";

import { whenProofIsAsked } from "@/platform/api";
import type { Refusal } from "@/platform/refusals";

export interface Asked {
  /** A code is asked for as well as the password. */
  second: boolean;
  /** They have proved it: what waits goes on. */
  proved: () => void;
  /** They would rather not: nothing is done. */
  putOff: () => void;
}

const ears = new Set<() => void>();
let asked: Asked | null = null;
let answer: Promise<boolean> | null = null;

function become(next: Asked | null): void {
  asked = next;
  for (const heard of ears) heard();
}

/** All acts that wait at the same moment wait for one answer. */
function ask(refusal: Refusal): Promise<boolean> {
  answer ??= new Promise<boolean>((resolve) => {
    const end = (isProved: boolean) => {
      answer = null;
      become(null);
      resolve(isProved);
    };
    become({
      second: refusal.details.second === true,
      proved: () => end(true),
      putOff: () => end(false),
    });
  });
  return answer;
}

whenProofIsAsked(ask);

export function useAsked(): Asked | null {
  return useSyncExternalStore(
    (heard) => {
      ears.add(heard);
      return () => ears.delete(heard);
    },
    () => asked,
  );
}
