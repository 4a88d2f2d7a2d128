/** Taking what is shown out as a file. Nothing goes out without a reason, and that it went stands in the log. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { ReasonDialog } from "@/people/access/ReasonDialog";
import { Choice } from "@/ui/Choice";

import { type Said, type Taking, useTakeOut } from "./audit";

interface Props {
  contact: string;
  wanted: Said;
  onClose: () => void;
}

export function TakeOutDialog({ contact, wanted, onClose }: Props) {
  const { t } = useLingui();
  const [kind, setKind] = useState<Taking["kind"]>("csv");
  const taking = useTakeOut();
  return (
    <ReasonDialog
      title={<Trans>監査の記録を書き出す</Trans>}
      says={
        <Trans>
          いまのしぼり込みに当てはまる記録を書き出します。書き出したことと理由は、監査の記録に残ります。
        </Trans>
      }
      label={t`書き出す理由`}
      maxLength={200}
      act={<Trans>書き出す</Trans>}
      busy={taking.isPending}
      error={taking.error}
      contact={contact}
      onAct={(reason) => taking.mutate({ kind, reason, wanted }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <Choice
        label={t`ファイルの種類`}
        value={kind}
        onChange={setKind}
        choices={[
          { value: "csv", says: <Trans>CSV（表計算ソフトで読む）</Trans> },
          { value: "jsonl", says: <Trans>JSON Lines（改ざんをほかの機械でも確かめる）</Trans> },
        ]}
      />
    </ReasonDialog>
  );
}
