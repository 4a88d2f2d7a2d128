/** Before slips are issued: to how many, what becomes worthless, and what to do with those who have a password. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Issued, WhomBody } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Question } from "@/ui/Question";

import { useIssue } from "./slips";

interface Props {
  whom: WhomBody;
  contact: string;
  onClose: () => void;
  onIssued: (issued: Issued) => void;
}

export function Asking({ whom, contact, onClose, onIssued }: Props) {
  const { t } = useLingui();
  const issuing = useIssue();
  const act = (those: NonNullable<WhomBody["those_with_password"]>) =>
    issuing.mutate({ ...whom, those_with_password: those }, { onSuccess: onIssued });
  const refused = issuing.error instanceof Refusal ? issuing.error : null;
  if (refused?.code === "slips.asks_first") {
    return <WithPasswords refused={refused} busy={issuing.isPending} onAct={act} onClose={onClose} />;
  }
  return (
    <Question
      isOpen
      title={<Trans>はじめてのパスワードの用紙を出しますか？</Trans>}
      act={t`用紙を出す`}
      keep={t`やめる`}
      busy={issuing.isPending}
      onKeep={onClose}
      onAct={() => act("ask")}
    >
      <p>
        <Trans>
          新しいパスワードは、このあとの画面で一度だけ見えます。印刷できる場所で出してください。前に出した用紙は使えなくなります。
        </Trans>
      </p>
      {issuing.isPending && (
        <p role="status">
          <Trans>用紙をつくっています。1,000人分で数秒かかります。</Trans>
        </p>
      )}
      {issuing.error && (
        <p role="alert" className="text-danger">
          {refused ? (
            sentenceOf(refused, contact)
          ) : (
            <Trans>
              返事を受け取れませんでした。用紙は出たかもしれませんが、もう見られません。もう一度出してください（前のものは使えなくなります）。
            </Trans>
          )}
        </p>
      )}
    </Question>
  );
}

interface WithPasswordsProps {
  refused: Refusal;
  busy: boolean;
  onAct: (those: "leave_out" | "reset") => void;
  onClose: () => void;
}

/** Some have a password of their own: theirs is not thrown away unasked. */
function WithPasswords({ refused, busy, onAct, onClose }: WithPasswordsProps) {
  const { t } = useLingui();
  const count = Number(refused.details.count);
  const others = Number(refused.details.others);
  const names = Array.isArray(refused.details.names) ? refused.details.names.slice(0, 10).join("、") : "";
  return (
    <Dialog question isOpen title={<Trans>{count}人のパスワードを無効にしますか？</Trans>} onClose={onClose}>
      <DialogBody>
        <p>
          <Trans>
            選んだ人のうち{count}人は、自分のパスワードを決めています（{names}
            {count > 10 ? t`、ほか` : ""}
            ）。用紙を出すと、いまのパスワードは使えなくなり、開いている画面もすべてログアウトします。
          </Trans>
        </p>
      </DialogBody>
      <DialogFoot>
        <Button autoFocus onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        {others > 0 && (
          <Button isDisabled={busy} onPress={() => onAct("leave_out")}>
            <Trans>ほかの{others}人だけに出す</Trans>
          </Button>
        )}
        <Button look="grave" isDisabled={busy} onPress={() => onAct("reset")}>
          <Trans>無効にして用紙を出す</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
