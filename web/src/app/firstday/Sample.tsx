/** A message to nobody: here one sees what Enter does before anybody reads it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";

import { composingGuard, enterMeans } from "@/kit/composing";
import { Button } from "@/ui/Button";
import { hasOwnKeyboard } from "@/ui/media";

export function Sample({ sends }: { sends: boolean }) {
  const { t } = useLingui();
  const [guard] = useState(composingGuard);
  const [text, setText] = useState(t`おはようございます。`);
  const [sent, setSent] = useState("");
  const send = () => {
    setSent(text);
    setText("");
  };
  const press = (event: KeyboardEvent) => {
    const { nativeEvent } = event;
    if (nativeEvent.key !== "Enter" || guard.converts(nativeEvent)) return;
    if (enterMeans(nativeEvent, { sends, touch: !hasOwnKeyboard() }) !== "send") return;
    event.preventDefault();
    if (text.trim() !== "" && guard.maySend(nativeEvent)) send();
  };
  return (
    <div className="grid gap-2">
      <TextField value={text} onChange={setText} className="grid gap-1.5">
        <Label className="font-bold">
          <Trans>ためしに書いて送る</Trans>
        </Label>
        <p className="text-small text-soft">
          <Trans>だれにも届きません。</Trans>
        </p>
        <TextArea
          rows={2}
          className="w-full rounded-8 border border-edge bg-surface px-3 py-2 text-ink"
          onKeyDown={press}
          onKeyUp={guard.released}
          onCompositionStart={guard.began}
          onCompositionEnd={({ nativeEvent }) => guard.ended(nativeEvent)}
        />
      </TextField>
      <div>
        <Button isDisabled={text.trim() === ""} onPress={send}>
          <Trans>ためしに送る</Trans>
        </Button>
      </div>
      <p role="status" className="empty:hidden">
        {sent && (
          <span className="ml-auto block w-fit max-w-full whitespace-pre-wrap rounded-16 bg-own px-4 py-2 text-ink">
            {sent}
          </span>
        )}
      </p>
    </div>
  );
}
