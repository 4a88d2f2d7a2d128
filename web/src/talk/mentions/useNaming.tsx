/** Naming people while one writes: what can be named, what stands in the text already, and the list behind an ＠. */
import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from "react";

import type { Me, NameableUnit, Part, Room } from "@/generated/wire";
import { api } from "@/platform/api";
import type { Naming } from "@/talk/messages/naming";

import type { meant as Meant } from "./meant";
import { type Nameable, nameablesIn } from "./nameable";
import type { Picker as Shown } from "./Picker";
import { formerIn, namesIn, tokenAt, withName } from "./written";

const none: NameableUnit[] = [];
const MOST_SHOWN = 50;

interface Written {
  all: Nameable[];
  text: string;
  onChange: (text: string) => void;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function useNaming({ all, text, onChange, field }: Written): Naming {
  const { token, ...watched } = useToken(text, all, field);
  const finder = useFinder(token !== null);
  const found = token && finder ? finder.meant(all, token.word).slice(0, MOST_SHOWN) : [];
  const [active, setActive] = useState(0);
  const list = useId();
  const placeCaret = useCaret(text, field);
  const isOpen = finder !== null && found.length > 0;
  const at = Math.min(active, found.length - 1);

  const take = (named: Nameable) => {
    if (!token) return;
    const [written, caret] = withName(text, token, named);
    placeCaret(caret);
    setActive(0);
    onChange(written);
  };
  const act = (key: string) => {
    const step = steps[key];
    if (key === "Escape") watched.dismiss();
    else if (step) setActive((at + step + found.length) % found.length);
    else if (found[at]) take(found[at]);
  };
  return {
    names: useMemo(() => namesIn(text, all), [text, all]),
    takesKey: (press) => {
      const isTaken = isOpen && isPlain(press) && taken.has(press.key);
      if (isTaken) act(press.key);
      return isTaken;
    },
    onCaret: (caret) => {
      watched.moved(caret);
      setActive(0);
    },
    onComposing: watched.composing,
    list: isOpen && <finder.Picker id={list} found={found} active={at} onTake={take} onActive={setActive} />,
    field: isOpen
      ? { "aria-controls": list, "aria-activedescendant": `${list}-${at}`, "aria-autocomplete": "list" }
      : {},
  };
}

/** Everybody and everything that can be named; units are asked for when somebody may be named at all. */
export function useNameables(
  room: Room,
  me: Me,
  isWanted: boolean,
  /** What is being put right: whoever is named in it may stay named. */
  before?: readonly Part[],
): Nameable[] {
  const room_id = room.room.room_id;
  const { data } = useQuery({
    queryKey: ["nameable", room_id],
    queryFn: ({ signal }) => api.get("/api/rooms/{room_id}/nameable", { path: { room_id }, signal }),
    select: (answer) => answer.units,
    enabled: isWanted && room.room.kind !== "direct",
  });
  const units = data ?? none;
  return useMemo(() => {
    const now = nameablesIn(room, units, me);
    return before ? [...now, ...formerIn(before, now)] : now;
  }, [room, units, me, before]);
}

interface Finder {
  meant: typeof Meant;
  Picker: typeof Shown;
}

const bringFinder = () => Promise.all([import("./meant"), import("./Picker")]);

/** The list comes when somebody is named for the first time. */
function useFinder(isWanted: boolean): Finder | null {
  const [finder, setFinder] = useState<Finder | null>(null);
  useEffect(() => {
    if (!isWanted || finder) return;
    void bringFinder()
      .then(([{ meant }, { Picker }]) => setFinder({ meant, Picker }))
      .catch(whoeverTypesOnTriesAgain);
  }, [isWanted, finder]);
  return finder;
}

/** Without the network the name stays plain text until it can be looked for. */
const whoeverTypesOnTriesAgain = () => {};

const steps: Record<string, 1 | -1> = { ArrowDown: 1, ArrowUp: -1 };
const taken = new Set(["ArrowDown", "ArrowUp", "Enter", "Tab", "Escape"]);

function isPlain({ shiftKey, ctrlKey, metaKey, altKey }: Parameters<Naming["takesKey"]>[0]): boolean {
  return !(shiftKey || ctrlKey || metaKey || altKey);
}

/** The name that is being written. A conversion keeps its list where one stands, and opens none. */
function useToken(text: string, all: Nameable[], field: RefObject<HTMLTextAreaElement | null>) {
  const [caret, setCaret] = useState<number | null>(null);
  const [convertsFrom, setConvertsFrom] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const token = caret === null ? null : tokenAt(text, caret, all);
  const wasThere = convertsFrom === null || (token !== null && token.at < convertsFrom);
  return {
    token: wasThere && token?.at !== dismissed ? token : null,
    moved: (to: number) => {
      setCaret(to);
      setDismissed((at) => (at !== null && to <= at ? null : at));
    },
    composing: (isComposing: boolean) =>
      setConvertsFrom(isComposing ? (field.current?.selectionStart ?? 0) : null),
    dismiss: () => setDismissed(token?.at ?? null),
  };
}

/** After a name was put in, one goes on writing behind it. */
function useCaret(text: string, field: RefObject<HTMLTextAreaElement | null>): (caret: number) => void {
  const wanted = useRef<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text has to be there before the caret is.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(wanted.current, wanted.current);
    wanted.current = null;
  }, [text, field]);
  return (caret) => {
    wanted.current = caret;
  };
}
