/** Asking for an inspection: first which room, then why, which days and for how long. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { InspectableRoom } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Numbers } from "@/ui/Numbers";
import { SpanFields } from "@/ui/SpanFields";
import { useSpan } from "@/ui/span";

import { FindRoom } from "./FindRoom";
import { useInspectionAct } from "./inspections";
import { useRoomName } from "./words";

interface Props {
  contact: string;
  onClose: () => void;
}

export function AskDialog({ contact, onClose }: Props) {
  const [room, setRoom] = useState<InspectableRoom | null>(null);
  return (
    <Dialog isOpen wide title={<Trans>ルームの閲覧を申請する</Trans>} onClose={onClose}>
      {room ? (
        <Wish {...{ room, contact, onClose }} onBack={() => setRoom(null)} />
      ) : (
        <DialogBody>
          <FindRoom contact={contact} onPick={setRoom} />
        </DialogBody>
      )}
    </Dialog>
  );
}

interface WishProps extends Props {
  room: InspectableRoom;
  onBack: () => void;
}

const hourChoices = [1, 4, 24, 72, 168];

function Wish({ room, contact, onBack, onClose }: WishProps) {
  const { t } = useLingui();
  const does = useInspectionAct();
  const name = useRoomName()(room);
  const [reason, setReason] = useState("");
  const span = useSpan(6);
  const [hours, setHours] = useState(24);
  const isReady = reason.trim() !== "" && span.days && !does.isPending;
  const ask = () => {
    if (!span.days) return;
    const wish = { room_id: room.room_id, reason, ...span.days, hours };
    does.mutate({ act: "ask", wish }, { onSuccess: onClose });
  };
  return (
    <>
      <DialogBody>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-bold wrap-anywhere">
            <AsTyped>{name}</AsTyped>
          </span>
          <Button small look="quiet" onPress={onBack}>
            <Trans>ほかのルームにする</Trans>
          </Button>
        </p>
        <Field
          label={t`閲覧する理由`}
          hint={
            <Trans>
              承認する人と監査担当が読みます。団体の決まりにより、終わったあとルームの人にも知らされます。
            </Trans>
          }
          isRequired
          value={reason}
          onChange={setReason}
          maxLength={300}
          autoFocus
        />
        <SpanFields span={span} ahead={t`今日までの日を入れてください。これから書かれるものは読めません。`} />
        <Numbers
          label={t`承認されてから読める時間`}
          values={hourChoices}
          says={(n) => (n < 72 ? t`${n}時間` : t`${n / 24}日`)}
          value={hours}
          onChange={setHours}
        />
        <Trouble error={does.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={!isReady} onPress={ask}>
          <Trans>申請する</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}
