/** Taking what is shown out as a file. Nothing goes out without a reason, and that it went stands in the log. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";

import { type Said, type Taking, useTakeOut } from "./audit";

interface Props {
  contact: string;
  wanted: Said;
  onClose: () => void;
}

export function TakeOutDialog({ contact, wanted, onClose }: Props) {
  const { t } = useLingui();
  const [reason, setReason] = useState("");
  const [kind, setKind] = useState<Taking["kind"]>("csv");
  const taking = useTakeOut();
  const isReady = reason.trim() !== "" && !taking.isPending;
  return (
    <Dialog isOpen title={<Trans>監査の記録を書き出す</Trans>} onClose={onClose}>
      <DialogBody>
        <p className="text-pretty">
          <Trans>
            いまのしぼり込みに当てはまる記録を書き出します。書き出したことと理由は、監査の記録に残ります。
          </Trans>
        </p>
        <Field
          label={t`書き出す理由`}
          isRequired
          value={reason}
          onChange={setReason}
          maxLength={200}
          autoFocus
        />
        <Choice
          label={t`ファイルの種類`}
          value={kind}
          onChange={setKind}
          choices={[
            { value: "csv", says: <Trans>CSV（表計算ソフトで読む）</Trans> },
            { value: "jsonl", says: <Trans>JSON Lines（改ざんをほかの機械でも確かめる）</Trans> },
          ]}
        />
        <Trouble error={taking.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button
          look="first"
          isDisabled={!isReady}
          onPress={() => taking.mutate({ kind, reason, wanted }, { onSuccess: onClose })}
        >
          <Trans>書き出す</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
