/** Which message what is written next will answer: until it is sent or given up. */
import { type RefObject, useEffect, useState } from "react";

import type { Message, Part, Quote } from "@/generated/wire";
import type { OutboxView } from "@/talk/messages/outbox";
import { quoteOf } from "@/talk/messages/words";

export function useAnswering(outbox: Pick<OutboxView, "post">, field: RefObject<HTMLTextAreaElement | null>) {
  const [quote, answer] = useState<Quote | null>(null);
  // After the menu has gone, which keeps the focus to itself until then.
  useEffect(() => {
    if (quote) field.current?.focus({ preventScroll: true });
  }, [quote, field]);

  return {
    quote,
    reply: (message: Message) => answer(quoteOf(message)),
    forget: () => {
      answer(null);
      field.current?.focus({ preventScroll: true });
    },
    post: (parts: Part[]) => {
      outbox.post(parts, quote);
      answer(null);
    },
  };
}

export type Answering = ReturnType<typeof useAnswering>;
