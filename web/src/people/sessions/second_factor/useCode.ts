/** What a form with a code holds: what was typed, whether it was sent, and that one try is under way at a time. */
import { type FormEvent, useState } from "react";

interface Sending {
  busy: boolean;
  /** Whether what was typed may be sent: else the form says what is missing. */
  isWhole: (code: string) => boolean;
  onSend: (code: string, failed: () => void) => void;
}

export function useCode({ busy, isWhole, onSend }: Sending) {
  const [code, setCode] = useState("");
  const [tried, setTried] = useState(false);
  // A code that was refused is worth nothing: the next one is typed into an empty field.
  const send = (typed: string) => {
    if (!busy) onSend(typed, () => setCode(""));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isWhole(code)) send(code);
  };
  return { code, setCode, send, submit, isMissing: tried && !busy && !isWhole(code) };
}
