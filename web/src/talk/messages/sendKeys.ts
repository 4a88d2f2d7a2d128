/** Keys of a field for writing: Ctrl/⌘+Enter always sends; Enter alone only where the person chose so. */
import { type CompositionEvent, type KeyboardEvent, useState } from "react";

import { composingGuard, enterMeans } from "@/kit/composing";
import { hasOwnKeyboard } from "@/ui/media";

import type { Naming } from "./naming";

export type SendKeys = ReturnType<typeof useSendKeys>;

/** No key acts while a conversion is open; then the list of names has its keys before anything is sent. */
export function useSendKeys(enterSends: boolean, send: () => void, { takesKey }: Naming) {
  const [guard] = useState(composingGuard);
  const isToSend = (press: globalThis.KeyboardEvent) =>
    press.key === "Enter" && enterMeans(press, { sends: enterSends, touch: !hasOwnKeyboard() }) === "send";
  const onKeyDown = (event: KeyboardEvent) => {
    const press = event.nativeEvent;
    if (guard.converts(press)) return;
    if (takesKey(press)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!isToSend(press)) return;
    press.preventDefault();
    if (guard.maySend(press)) send();
  };
  return {
    onKeyDown,
    onKeyUp: guard.released,
    onCompositionStart: guard.began,
    onCompositionEnd: (event: CompositionEvent) => guard.ended(event.nativeEvent),
  };
}
