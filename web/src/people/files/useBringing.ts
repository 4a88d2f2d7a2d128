/** The files that somebody brings, as the page uses them: with the device's shelf, the connection and the cache. */
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";

import type { AccountId } from "@/generated/wire";
import { ulid } from "@/kit/ulid";
import { clock } from "@/platform/clock";
import { onOpen } from "@/platform/connection";
import { shelfOf } from "@/platform/kept";

import { Bringing } from "./bringing";
import type { KeptFile, Spot } from "./brought";
import { limitsQuery } from "./limits";

interface Opened {
  account: AccountId;
  bringing: Bringing;
  close: () => void;
}

let opened: Opened | null = null;

export function useBringing(account: AccountId, spot: Spot) {
  const bringing = bringingOf(useQueryClient(), account);
  const files = useSyncExternalStore(bringing.listen, () => bringing.at(spot));
  return { files, bringing };
}

function bringingOf(cache: QueryClient, account: AccountId): Bringing {
  if (opened?.account === account) return opened.bringing;
  opened?.close();
  opened = openFor(cache, account);
  return opened.bringing;
}

function openFor(cache: QueryClient, account: AccountId): Opened {
  const bringing = new Bringing({
    clock,
    shelf: shelfOf<KeptFile>(account, "files"),
    tab: ownTab(),
    newKey: ulid,
    carry: async (file, how) => {
      const [{ carry }, { piece_bytes }] = await Promise.all([
        import("./carry"),
        cache.fetchQuery(limitsQuery),
      ]);
      return carry(file, piece_bytes, how);
    },
    giveUp: async (address) => (await import("./carry")).giveUp(address),
  });
  const wake = () => bringing.wake();
  addEventListener("online", wake);
  const stop = onOpen(wake);
  void bringing.adopt().catch(() => {});
  const close = () => {
    removeEventListener("online", wake);
    stop();
    bringing.close();
  };
  return { account, bringing, close };
}

const TAB = "yoriai-tab";

/** A reload keeps it, another tab has its own. Where nothing is kept, each page is a tab of its own. */
function ownTab(): string {
  try {
    const known = sessionStorage.getItem(TAB) ?? ulid();
    sessionStorage.setItem(TAB, known);
    return known;
  } catch {
    return ulid();
  }
}
