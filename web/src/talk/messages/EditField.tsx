/** A message being put right where it stands. What was typed is found again until it is saved or given up. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

import type { Message, MessageId, RoomId } from "@/generated/wire";
import { belongsToConversion } from "@/kit/composing";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { useSendKeys } from "./Composer";
import { edit } from "./changing";
import { plainText } from "./words";

interface Props {
  /** As it reads now; it may have been changed on another device meanwhile. */
  message: Message;
  /** As it was when editing began. */
  began: Message;
  roomId: RoomId;
  enterSends: boolean;
  contact: string;
  onClose: () => void;
}

/** Typed and neither saved nor given up: a row that scrolls away, or a room that is left, does not take it along. */
const unsaved = new Map<MessageId, string>();

export function EditField({ message, began, roomId, enterSends, contact, onClose }: Props) {
  const { t } = useLingui();
  const { message_id: id } = message;
  const [text, setText] = useState(() => unsaved.get(id) ?? wordsOf(began));
  const [isWarned, warn] = useState(false);
  const field = useFocusAtEnd();
  const done = () => {
    unsaved.delete(id);
    onClose();
  };
  const saving = useMutation({
    mutationFn: () => edit(roomId, isWarned ? message : began, text),
    onSuccess: done,
    // Told of it once, whoever saves again means it.
    onError: () => warn(true),
  });
  const isMeanwhile = message.edited_at !== began.edited_at;
  const canSave = text.trim() !== "" && !saving.isPending;
  const save = () => canSave && (text === wordsOf(message) ? done() : saving.mutate());
  const keys = useSendKeys(enterSends, save);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || belongsToConversion(event.nativeEvent)) return keys.onKeyDown(event);
    event.stopPropagation();
    done();
  };

  return (
    <article aria-label={t`編集中のメッセージ`} data-message={id} className="pt-3.5">
      <div className="focus-frame grid gap-2 rounded-12 border border-edge bg-surface px-3.5 py-2.5">
        <textarea
          ref={field}
          aria-label={t`メッセージを編集`}
          rows={2}
          autoCapitalize="none"
          value={text}
          onChange={({ target }) => {
            unsaved.set(id, target.value);
            setText(target.value);
          }}
          {...keys}
          onKeyDown={onKeyDown}
          className="block field-sizing-content max-h-[calc(10lh+1rem)] w-full resize-none overflow-y-auto bg-transparent font-name text-body outline-none focus-visible:shadow-none focus-visible:outline-none"
        />
        {isMeanwhile && <Meanwhile text={wordsOf(message)} />}
        <Trouble error={saving.error} contact={contact} />
        <div className="flex flex-wrap items-center justify-end gap-2">
          <p className="mr-auto text-small text-soft">
            <Trans>保存すると「編集済み」と出ます。</Trans>
          </p>
          <Button small onPress={done}>
            <Trans>やめる</Trans>
          </Button>
          <Button small look="first" isDisabled={!canSave} onPress={save}>
            <Trans>保存</Trans>
          </Button>
        </div>
      </div>
    </article>
  );
}

function Meanwhile({ text }: { text: string }) {
  const { t } = useLingui();
  return (
    <p role="status" className="rounded-8 bg-warn-soft px-3 py-2 text-small text-warn">
      <Trans>ほかの端末で書き直されました。いまの文：</Trans>
      <span className="whitespace-pre-wrap font-name">{t`「${text}」`}</span>
    </p>
  );
}

function useFocusAtEnd() {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = field.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, []);
  return field;
}

function wordsOf({ parts }: Message): string {
  return plainText(parts);
}
