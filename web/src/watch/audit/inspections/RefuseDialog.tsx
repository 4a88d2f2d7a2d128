/** Refusing an inspection. Whoever asked is told why. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Inspection } from "@/generated/wire";
import { ReasonDialog } from "@/people/access/ReasonDialog";

import { useInspectionAct } from "./inspections";

interface Props {
  inspection: Inspection;
  name: string;
  contact: string;
  onClose: () => void;
}

export function RefuseDialog({ inspection: { inspection_id }, name, contact, onClose }: Props) {
  const { t } = useLingui();
  const does = useInspectionAct();
  return (
    <ReasonDialog
      title={t`「${name}」の閲覧を承認しない`}
      label={t`承認しない理由`}
      hint={<Trans>申請した人に見えます。</Trans>}
      maxLength={300}
      act={<Trans>承認しない</Trans>}
      busy={does.isPending}
      error={does.error}
      contact={contact}
      onAct={(reason) =>
        does.mutate({ act: "refuse", inspection: inspection_id, reason }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  );
}
