/** A message being put right where it stands. What was typed is found again until it is saved or given up. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";

import type { Me, Message, MessageId, Room } from "@/generated/wire";
import { belongsToConversion } from "@/kit/composing";
import { Trouble } from "@/people/access/Trouble";
import { useRedescribed } from "@/talk/attachments/Redescribed";
import { useNameables, useNaming } from "@/talk/mentions/useNaming";
import { partsOf, textOf } from "@/talk/mentions/written";
import { edit } from "@/talk/messages/changing";
import { useSendKeys } from "@/talk/messages/sendKeys";
import { WritingField } from "@/talk/messages/WritingField";
import { plainText } from "@/talk/messages/words";
import { Button } from "@/ui/Button";

interface Props {
  /** As it reads now; it may have been changed on another device meanwhile. */
  message: Message;
  /** As it was when editing began. */
  began: Message;
  room: Room;
  me: Me;
  enterSends: boolean;
  onClose: () => void;
}

/** Typed and neither saved nor given up: a row that scrolls away, or a room that is left, does not take it along. */
const unsaved = new Map<MessageId, string>();

export function EditField({ message, began, room, me, enterSends, onClose }: Props) {
  const { t } = useLingui();
  const { message_id: id } = message;
  const [typed, setTyped] = useState(() => unsaved.get(id));
  const [isWarned, warn] = useState(false);
  const field = useFocusAtEnd();
  const write = (next: string) => {
    unsaved.set(id, next);
    setTyped(next);
  };
  const all = useNameables(room, me, true, began.parts);
  const text = typed ?? textOf(began.parts, all);
  const naming = useNaming({ all, text, onChange: write, field });
  // Files come with a message and go with it: an edit puts words right, and what is said of its pictures.
  const { files, isIn, isShort, forget, rows } = useRedescribed(began, () => field.current?.focus());
  const done = () => {
    unsaved.delete(id);
    forget();
    onClose();
  };
  const saving = useMutation({
    mutationFn: () => edit(room.room.room_id, isWarned ? message : began, [...partsOf(text, all), ...files]),
    onSuccess: done,
    // Told of it once, whoever saves again means it.
    onError: () => warn(true),
  });
  const isMeanwhile = message.edited_at !== began.edited_at;
  const canSave = (text.trim() !== "" || files.length > 0) && isShort && !saving.isPending;
  const save = () =>
    canSave && (text === textOf(message.parts, all) && isIn(message) ? done() : saving.mutate());
  const keys = useSendKeys(enterSends, save, naming);
  const onKeyDown = (event: KeyboardEvent) => {
    const leaves = event.key === "Escape" && !naming.list && !belongsToConversion(event.nativeEvent);
    if (!leaves) return keys.onKeyDown(event);
    event.stopPropagation();
    done();
  };

  return (
    <article aria-label={t`編集中のメッセージ`} data-message={id} className="pt-3.5">
      <div className="focus-frame relative grid gap-2 rounded-12 border border-edge bg-surface px-3.5 py-2.5">
        {naming.list}
        <WritingField
          {...{ field, text, naming, keys, onKeyDown }}
          label={t`メッセージを編集`}
          rows={2}
          onChange={write}
          size=""
          tallest="max-h-[calc(10lh+1rem)]"
          margin=""
        />
        {rows}
        {isMeanwhile && <Meanwhile text={plainText(message.parts)} />}
        <Trouble error={saving.error} contact={me.contact} />
        <div className="flex flex-wrap items-center justify-end gap-2">
          <p className="mr-auto text-small text-soft">
            <Trans>保存すると「編集済み」と出ます。</Trans>
          </p>
          <div className="flex gap-2">
            <Button small onPress={done}>
              <Trans>やめる</Trans>
            </Button>
            <Button small look="first" isDisabled={!canSave} onPress={save}>
              <Trans>保存</Trans>
            </Button>
          </div>
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
