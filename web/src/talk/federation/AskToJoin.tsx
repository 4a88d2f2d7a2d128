/** 参加の申し込み: first another body, then one of its rooms that takes askings, then some words. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { ListedBody, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { FindBody } from "@/people/orgs/FindBody";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Waiting } from "@/ui/Waiting";

import { useAskedFor, usePartAct } from "./federation";

interface Props {
  contact: string;
  onClose: () => void;
}

export function AskToJoin({ contact, onClose }: Props) {
  const { t } = useLingui();
  const [body, choose] = useState<ListedBody | null>(null);
  return (
    <Dialog isOpen wide title={t`参加を申し込む`} onClose={onClose}>
      {body ? (
        <Asking {...{ body, contact, onClose }} onBack={() => choose(null)} />
      ) : (
        <>
          <DialogBody>
            <FindBody contact={contact} onPick={choose} />
          </DialogBody>
          <DialogFoot>
            <Button onPress={onClose}>
              <Trans>やめる</Trans>
            </Button>
          </DialogFoot>
        </>
      )}
    </Dialog>
  );
}

function Asking({ body, contact, onClose, onBack }: Props & { body: ListedBody; onBack: () => void }) {
  const { t } = useLingui();
  const rooms = useAskedFor(body.tenant_id);
  const act = usePartAct();
  const [room, setRoom] = useState<RoomId | "">("");
  const [words, setWords] = useState("");
  const [whom, setWhom] = useState("");
  const send = () => {
    if (room !== "") act.mutate({ act: "ask", room, words, contact: whom }, { onSuccess: onClose });
  };
  return (
    <>
      <DialogBody>
        {rooms.isPending && <Waiting says={t`ルームを読み込んでいます`} />}
        {rooms.data?.length === 0 && (
          <p>
            <Trans>「{body.name}」には、申し込みを受け付けているルームがありません。</Trans>
          </p>
        )}
        {rooms.data && rooms.data.length > 0 && (
          <>
            <Choice
              label={t`「${body.name}」のルーム`}
              value={room}
              onChange={setRoom}
              choices={rooms.data.map((each) => ({
                value: each.room_id,
                says: [each.name, each.purpose].filter(Boolean).join("　"),
              }))}
            />
            <Field label={t`相手に伝えること`} value={words} onChange={setWords} />
            <Field label={t`問合せ先（例：健康課　内線12）`} value={whom} onChange={setWhom} />
          </>
        )}
        <Trouble error={rooms.error ?? act.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onBack}>
          <Trans>戻る</Trans>
        </Button>
        <Button look="first" isDisabled={room === "" || act.isPending} onPress={send}>
          <Trans>申し込む</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}
