/** Turning a request down, with a line that whoever asked reads. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountRequest } from "@/generated/wire";
import { ReasonDialog } from "@/people/access/ReasonDialog";

import { useRequestAct } from "./requests";
import { whoOf } from "./words";

interface Props {
  request: AccountRequest;
  contact: string;
  onClose: () => void;
}

export function DeclineDialog({ request, contact, onClose }: Props) {
  const { t } = useLingui();
  const does = useRequestAct();
  const name = whoOf(request);
  return (
    <ReasonDialog
      title={<Trans>{name}さんの依頼を断る</Trans>}
      label={t`断るわけ`}
      hint={<Trans>依頼した人が読みます。</Trans>}
      maxLength={300}
      act={<Trans>断る</Trans>}
      busy={does.isPending}
      error={does.error}
      contact={contact}
      onAct={(reason) =>
        does.mutate({ act: "decline", asking: request.asking_id, reason }, { onSuccess: onClose })
      }
      onClose={onClose}
    />
  );
}
