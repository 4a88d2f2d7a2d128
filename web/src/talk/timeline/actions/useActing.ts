/** Which message's menu stands open, which action asks something, and what was done last. */
import type { MessageDescriptor } from "@lingui/core";
import { useEffect, useRef, useState } from "react";

import type { Message, MessageId } from "@/generated/wire";
import type { Point } from "@/ui/longPress";

import type { Action, Subject } from "./action";

export interface OpenMenu {
  subject: Subject;
  /** Below this it opens; with a point, there. */
  anchor: HTMLElement;
  point: Point | null;
}

export interface Acting {
  menu: OpenMenu | null;
  asking: { action: Action; subject: Subject } | null;
  told: MessageDescriptor | null;
  /** The message that its author is putting right, as it was when they began. */
  editing: Message | null;
  open: (menu: OpenMenu) => void;
  close: () => void;
  act: (action: Action, subject: Subject) => void;
  edit: (message: Message, from?: HTMLElement | null) => void;
  edited: () => void;
  /** The dialog of an action has closed: the message takes the focus back. */
  answered: (done?: MessageDescriptor) => void;
}

const longEnough = 3_000;

export function useActing(reply: (message: Message) => void, openThread: (under: MessageId) => void): Acting {
  const [menu, open] = useState<OpenMenu | null>(null);
  const [asking, ask] = useState<Acting["asking"]>(null);
  const [told, tell] = useState<MessageDescriptor | null>(null);
  const [editing, setEditing] = useState<Message | null>(null);
  const from = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!told) return;
    const gone = setTimeout(() => tell(null), longEnough);
    return () => clearTimeout(gone);
  }, [told]);

  const edit = (message: Message, began: HTMLElement | null = null) => {
    from.current = began;
    setEditing(message);
  };

  return {
    menu,
    asking,
    told,
    editing,
    edit,
    edited: () => {
      setEditing(null);
      if (from.current) from.current.focus({ preventScroll: true });
      else if (editing) focusSoon(editing.message_id);
    },
    open,
    close: () => open(null),
    act: (action, subject) => {
      open(null);
      if (action.Asks) ask({ action, subject });
      else action.act?.(subject, { tell: (words) => tell({ ...words }), edit, reply, openThread });
    },
    answered: (done) => {
      ask(null);
      if (done) tell({ ...done });
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
