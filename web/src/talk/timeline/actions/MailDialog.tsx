/** The draft of a mail: what was said, to be put right before it goes out, and two ways to take it along. */
import { msg } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Label, TextArea, TextField } from "react-aria-components";

import { toClipboard } from "@/platform/clipboard";
import type { Held } from "@/platform/held";
import { pagesKey } from "@/talk/messages/page";
import type { PageState } from "@/talk/messages/window";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { box, Field } from "@/ui/Field";

import type { AskProps } from "./action";
import { type MailDraft, mailAddress, mailDraft, upTo } from "./mailDraft";

export function MailDialog(props: AskProps) {
  const { label } = props.subject.room;
  return (
    <Dialog isOpen title={<Trans>メールの下書き</Trans>} onClose={props.onClose}>
      {label.forwarding ? <Draft {...props} /> : <StaysHere {...props} />}
    </Dialog>
  );
}

function StaysHere({ subject: { room, me }, onClose }: AskProps) {
  const { name } = room.label;
  const { contact } = me;
  return (
    <>
      <DialogBody>
        <p>
          <Trans>
            このルームのラベルは「{name}
            」です。書かれたことを外へ出すことは認められていません。必要なときは、ルームの管理者か{contact}
            に相談してください。
          </Trans>
        </p>
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>閉じる</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}

function Draft({ subject, onClose, onDone }: AskProps) {
  const { t } = useLingui();
  const [loaded] = useLoaded(subject);
  const [count, include] = useState(1);
  const taken = upTo(loaded?.messages ?? [], subject.message, count);
  const made = mailDraft(taken, loaded?.people ?? subject.room.people);
  const [written, write] = useState<MailDraft | null>(null);
  const [isStuck, stick] = useState(false);
  const draft = written ?? made;
  const address = mailAddress(draft);
  const isMore = upTo(loaded?.messages ?? [], subject.message, count + 1).length > taken.length;
  const copy = async () => {
    const done = await toClipboard(`${draft.subject}\n\n${draft.body}`);
    if (done) onDone(msg`件名と本文をコピーしました`);
    else stick(true);
  };
  return (
    <>
      <DialogBody>
        <p className="text-small text-firm">
          <Trans>外の人が読みます。名前や個人情報を確かめ、いらないところを消してから使ってください。</Trans>
        </p>
        <Field
          label={t`件名`}
          value={draft.subject}
          onChange={(words) => write({ ...draft, subject: words })}
        />
        <TextField
          className="grid gap-1.5"
          value={draft.body}
          onChange={(words) => write({ ...draft, body: words })}
        >
          <Label className="font-bold">
            <Trans>本文</Trans>
          </Label>
          <TextArea rows={8} lang="ja" className={`${box} font-name`} />
        </TextField>
        {isMore && written === null && (
          <Button small onPress={() => include(count + 1)}>
            <Trans>一つ前のメッセージも入れる</Trans>
          </Button>
        )}
        {isStuck && (
          <p role="alert" className="text-danger">
            <Trans>コピーできませんでした。文字を選んで写してください。</Trans>
          </p>
        )}
        {!address && (
          <p className="text-small text-soft">
            <Trans>長いので、メールソフトへはそのまま渡せません。コピーして貼り付けてください。</Trans>
          </p>
        )}
      </DialogBody>
      <DialogFoot>
        {address && (
          <a
            href={address}
            onClick={onClose}
            className="inline-flex min-h-11 items-center rounded-8 border border-current px-3.5 py-1 font-bold text-accent underline-offset-3 hover:bg-accent-soft hover:underline"
          >
            <Trans>メールソフトで開く</Trans>
          </a>
        )}
        <Button look="first" onPress={() => void copy()}>
          <Trans>コピーする</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}

/** The windows on this room in which the message stands. */
function useLoaded({ room, message }: AskProps["subject"]): PageState[] {
  const windows = useQueryClient().getQueriesData<Held<PageState>>({ queryKey: pagesKey(room.room.room_id) });
  return windows.flatMap(([, held]) =>
    held?.state.messages.some(({ message_id }) => message_id === message.message_id) ? [held.state] : [],
  );
}
