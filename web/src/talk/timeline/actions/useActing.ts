/** Which message's menu stands open, which action asks something, and what was done last. */
import type { MessageDescriptor } from "@lingui/core";
import { useLayoutEffect, useState, useSyncExternalStore } from "react";

import type { Message, MessageId } from "@/generated/wire";
import type { Point } from "@/ui/longPress";

import type { Action, Subject } from "./action";

export interface OpenMenu {
  subject: Subject;
  /** Below this it opens; with a point, there. */
  anchor: HTMLElement;
  point: Point | null;
}

/** What stands open at this moment. */
interface Now {
  menu: OpenMenu | null;
  asking: { action: Action; subject: Subject } | null;
  told: MessageDescriptor | null;
  /** The message that its author is putting right, as it was when they began. */
  editing: Message | null;
}

/** It stays the same while a room is open: a menu that opens draws no message anew. */
export interface Acting {
  /** From now on a reply is begun and a thread opened so. */
  go: (ways: Ways) => void;
  now: () => Now;
  watch: (changed: () => void) => () => void;
  open: (menu: OpenMenu) => void;
  /** The message whose menu stands open has changed, or what is kept of it. */
  renew: (subject: Subject) => void;
  close: () => void;
  act: (action: Action, subject: Subject) => void;
  edit: (message: Message, from?: HTMLElement | null) => void;
  edited: () => void;
  /** The dialog of an action has closed: the message takes the focus back. */
  answered: (done?: MessageDescriptor) => void;
}

/** How a reply is begun, and a thread opened, where these messages stand. */
interface Ways {
  reply: (message: Message) => void;
  openThread: (under: MessageId) => void;
}

const longEnough = 3_000;
const nowhere = () => {};

export function useActing(): Acting {
  const [acting] = useState(newActing);
  return acting;
}

export function useWays(acting: Acting, reply: Ways["reply"], openThread: Ways["openThread"]): void {
  useLayoutEffect(() => acting.go({ reply, openThread }));
}

/** What one looks at of it: whoever asks is drawn anew when that has changed, and only then. */
export function useNowOf<Seen>({ watch, now }: Acting, look: (now: Now) => Seen): Seen {
  return useSyncExternalStore(watch, () => look(now()));
}

/** Whether the menu of this message stands open. While it does, it offers what can be done with it by now. */
export function useIsOpen(acting: Acting, subject: Subject): boolean {
  const { message_id: id } = subject.message;
  const isOpen = useNowOf(acting, ({ menu }) => menu?.subject.message.message_id === id);
  useLayoutEffect(() => {
    if (isOpen) acting.renew(subject);
  }, [isOpen, acting, subject]);
  return isOpen;
}

function newActing(): Acting {
  let ways: Ways = { reply: nowhere, openThread: nowhere };
  let now: Now = { menu: null, asking: null, told: null, editing: null };
  let began: HTMLElement | null = null;
  let gone: ReturnType<typeof setTimeout> | undefined;
  const watchers = new Set<() => void>();
  const become = (change: Partial<Now>) => {
    now = { ...now, ...change };
    for (const changed of watchers) changed();
  };
  const tell = (words: MessageDescriptor) => {
    clearTimeout(gone);
    gone = setTimeout(() => become({ told: null }), longEnough);
    become({ told: words });
  };
  const edit = (message: Message, from: HTMLElement | null = null) => {
    began = from;
    become({ editing: message });
  };
  return {
    go: (next) => {
      ways = next;
    },
    now: () => now,
    watch: (changed) => {
      watchers.add(changed);
      return () => watchers.delete(changed);
    },
    open: (menu) => become({ menu }),
    renew: (subject) => {
      if (now.menu && now.menu.subject !== subject) become({ menu: { ...now.menu, subject } });
    },
    close: () => become({ menu: null }),
    edit,
    edited: () => {
      const { editing } = now;
      become({ editing: null });
      if (began) began.focus({ preventScroll: true });
      else if (editing) focusSoon(editing.message_id);
    },
    act: (action, subject) => {
      become({ menu: null });
      if (action.Asks) become({ asking: { action, subject } });
      else action.act?.(subject, { tell, edit, ...ways });
    },
    answered: (done) => {
      const { asking } = now;
      become({ asking: null });
      if (done) tell(done);
      if (asking) focusSoon(asking.subject.message.message_id);
    },
  };
}

/** A dialog goes, and then, when it is told, the message that it was about: each time what has the focus goes along. */
const SOON = [50, 200, 500, 1_000, 2_000]; // ms

/** Whoever has put the focus elsewhere meanwhile keeps it there. */
function focusSoon(id: MessageId): void {
  for (const wait of SOON) {
    setTimeout(() => {
      const isFree = document.activeElement === document.body || document.activeElement === null;
      // Of one that has left no trace nothing stands there any more.
      if (isFree) (said(id) ?? log())?.focus({ preventScroll: true });
    }, wait);
  }
}

function log(): HTMLElement | null {
  return seen('[role="log"]');
}

function said(id: MessageId): HTMLElement | null {
  return seen(`[data-message="${CSS.escape(id)}"]`);
}

/** A message may stand in the room and in its thread, and one of them be hidden by the other. */
function seen(what: string): HTMLElement | null {
  return [...document.querySelectorAll<HTMLElement>(what)].find((each) => each.checkVisibility()) ?? null;
}
