/** Taking something about many people out as a file: not without a reason, which stands in the audit log. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";

import { saveMade } from "@/platform/files";

import { ReasonDialog } from "./ReasonDialog";

interface Props {
  title: ReactNode;
  /** What is in it. */
  says: ReactNode;
  contact: string;
  address: string;
  /** What is asked beside the reason. */
  asked: Record<string, string | number>;
  onClose: () => void;
}

export function TakeOutDialog({ title, says, contact, address, asked, onClose }: Props) {
  const { t } = useLingui();
  const taking = useMutation({ mutationFn: (reason: string) => saveMade(address, { ...asked, reason }) });
  return (
    <ReasonDialog
      title={title}
      says={says}
      label={t`書き出す理由`}
      hint={<Trans>書き出したことと理由は、監査の記録に残ります。</Trans>}
      maxLength={200}
      act={<Trans>書き出す</Trans>}
      busy={taking.isPending}
      error={taking.error}
      contact={contact}
      onAct={(reason) => taking.mutate(reason, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
