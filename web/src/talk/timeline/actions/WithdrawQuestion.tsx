/** Before a message is taken back: how many have read it already, and what stays. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import { Trouble } from "@/people/access/Trouble";
import { Refusal } from "@/platform/refusals";
import { withdraw } from "@/talk/messages/changing";
import { Field } from "@/ui/Field";
import { Question } from "@/ui/Question";

import type { AskProps, Subject } from "./action";

export function WithdrawQuestion({ subject, onClose }: AskProps) {
  const { t } = useLingui();
  const { message, room, me } = subject;
  const isMine = message.author_id === me.account_id;
  const [reason, give] = useState("");
  const [isAsked, ask] = useState(false);
  const going = useMutation({
    mutationFn: () => withdraw(room.room.room_id, message.message_id, isMine ? null : reason),
    onSuccess: onClose,
  });
  const isMissing = isAsked && reason.trim() === "";
  const act = () => {
    ask(true);
    if (isMine || reason.trim() !== "") going.mutate();
  };

  return (
    <Question
      isOpen
      title={isMine ? t`このメッセージの送信を取り消しますか？` : t`ほかの人のメッセージを取り除きますか？`}
      act={isMine ? t`取り消す` : t`取り除く`}
      keep={t`やめる`}
      busy={going.isPending}
      onKeep={onClose}
      onAct={act}
    >
      <p>
        <Readers subject={subject} />
      </p>
      <p className="text-small text-firm">
        {isMine ? (
          <Trans>
            「送信を取り消しました」と残ります。送ってすぐで、まだだれも読んでいなければ、何も残りません。どちらの場合も、団体の記録には残ります。
          </Trans>
        ) : (
          <Trans>「メッセージを取り除きました」と、あなたの名前が残ります。元には戻せません。</Trans>
        )}
      </p>
      {!isMine && (
        <Field
          label={t`理由`}
          isRequired
          validationBehavior="aria"
          hint={<Trans>団体の記録に残ります。メンバーには出ません。</Trans>}
          value={reason}
          maxLength={500}
          onChange={give}
          error={isMissing && <Trans>理由を書いてください。</Trans>}
        />
      )}
      <Trouble error={isShown(going.error) ? going.error : null} contact={me.contact} />
    </Question>
  );
}

/** What is wrong with the reason stands under its field. */
function isShown(error: Error | null): boolean {
  return !(error instanceof Refusal && error.code === "messages.reason_missing");
}

function Readers({ subject: { room, me, readers, message } }: { subject: Subject }) {
  const others = room.room.member_count - 1;
  const isOwn = message.author_id === me.account_id;
  if (!isOwn || me.switched_off.includes("read_counts"))
    return <Trans>このルームの{others}人に届いています。</Trans>;
  if (readers === 0) return <Trans>{others}人のうち、まだだれも読んでいません。</Trans>;
  return (
    <Trans>
      {others}人のうち{readers}人がすでに読んでいます。
    </Trans>
  );
}
