/** New recovery codes: those of before are worth nothing from the moment on which these are shown. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";

import { Trouble } from "@/people/access/Trouble";
import { sessionsQuery } from "@/people/sessions/sessions";
import { api } from "@/platform/api";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { print } from "@/ui/onPaper";
import { Question } from "@/ui/Question";

import { Codes, OnPaper } from "./PutAway";

interface Props {
  contact: string;
  onClose: () => void;
}

export function NewRecovery({ contact, onClose }: Props) {
  const { t } = useLingui();
  const cache = useQueryClient();
  const draw = useMutation({
    mutationFn: () => api.post("/api/second-factor/recovery-codes"),
    onSettled: () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  if (!draw.data) {
    return (
      <Question
        isOpen
        mild
        title={<Trans>復旧コードを出し直しますか？</Trans>}
        act={t`出し直す`}
        keep={t`やめる`}
        busy={draw.isPending}
        onKeep={onClose}
        onAct={() => draw.mutate()}
      >
        <p>
          <Trans>いままでの復旧コードは、すべて使えなくなります。</Trans>
        </p>
        <Trouble error={draw.error} contact={contact} />
      </Question>
    );
  }
  return (
    <Dialog isOpen title={<Trans>新しい復旧コード</Trans>} onClose={onClose}>
      <DialogBody>
        <p>
          <Trans>いま一度だけ出ます。印刷するか書き写して、しまってください。古い紙は捨ててください。</Trans>
        </p>
        <Codes codes={draw.data.codes} />
        <OnPaper codes={draw.data.codes} />
      </DialogBody>
      <DialogFoot>
        <Button icon="print" onPress={() => void print()}>
          <Trans>印刷する</Trans>
        </Button>
        <Button look="first" onPress={onClose}>
          <Trans>しまいました</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
