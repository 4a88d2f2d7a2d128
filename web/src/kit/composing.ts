/** Keys while Japanese is being typed: which belong to the conversion, and what Enter may do. */

/** What is needed of a KeyboardEvent (of React: its nativeEvent). */
export interface Press {
  key: string;
  keyCode: number;
  isComposing: boolean;
  repeat: boolean;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  timeStamp: number;
}

export interface Guard {
  /** Hand these the events of the field: compositionstart, compositionend, keyup. */
  began(): void;
  ended(event: { timeStamp: number }): void;
  released(): void;
  /** The key belongs to the conversion: no key of ours acts, not even Esc, Tab or Ctrl+K. */
  converts(press: Press): boolean;
  /** Asked once for each send by key: false for the second of a held key. */
  maySend(press: Press): boolean;
}

const AFTER_CONVERSION_MS = 50;
const KEY_REPEAT_MS = 300;
const PROCESSED_BY_IME = 229;

/** For keys outside a text field of ours (Esc of a dialog, Ctrl+K): the event alone tells enough. */
export function belongsToConversion({
  isComposing,
  keyCode,
}: Pick<Press, "isComposing" | "keyCode">): boolean {
  return isComposing || keyCode === PROCESSED_BY_IME;
}

/** What Enter does here. The person chose whether it sends; on touch keyboards it never does. */
export function enterMeans(
  press: Press,
  { sends, touch }: { sends: boolean; touch: boolean },
): "send" | "line" {
  if (press.shiftKey) return "line";
  if (press.ctrlKey || press.metaKey) return "send";
  return sends && !touch ? "send" : "line";
}

/** One for each text field. */
export function composingGuard(): Guard {
  let composing = false;
  let endedAt = Number.NEGATIVE_INFINITY;
  let heldSinceEnd = false;
  let sentAt = Number.NEGATIVE_INFINITY;

  // Safari says compositionend before the keydown that caused it, so that the Enter which takes a
  // conversion looks like one that sends. The same key held down goes on as repeats.
  function tookConversion({ key, repeat, timeStamp }: Press): boolean {
    if (key !== "Enter") return false;
    return timeStamp - endedAt < AFTER_CONVERSION_MS || (repeat && heldSinceEnd);
  }

  return {
    began() {
      composing = true;
    },
    ended({ timeStamp }) {
      composing = false;
      endedAt = timeStamp;
      heldSinceEnd = true;
    },
    released() {
      heldSinceEnd = false;
    },
    converts(press) {
      return composing || belongsToConversion(press) || tookConversion(press);
    },
    maySend({ repeat, timeStamp }) {
      const isHeld = repeat && timeStamp - sentAt < KEY_REPEAT_MS;
      sentAt = timeStamp; // a key that stays down keeps being swallowed
      return !isHeld;
    },
  };
}
