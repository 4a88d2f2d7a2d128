/** Asking for an inspection: first which room, then why, which days and for how long. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { InspectableRoom } from "@/generated/wire";
import { dayInJapan, iso, plusDays } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { DayField, isoWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";
import { Numbers } from "@/ui/Numbers";
import { useNow } from "@/ui/now";

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
  const { denseDay } = useDates();
  const today = dayInJapan(useNow());
  const name = useRoomName()(room);
  const [reason, setReason] = useState("");
  const [first, setFirst] = useState(() => denseDay(plusDays(today, -6)));
  const [last, setLast] = useState(() => denseDay(today));
  const [hours, setHours] = useState(24);
  const days = { first: isoWritten(first), last: isoWritten(last) };
  const error = wrongDays(days, iso(today));
  const isReady = reason.trim() !== "" && days.first && days.last && !error && !does.isPending;
  const ask = () => {
    if (!days.first || !days.last) return;
    const wish = { room_id: room.room_id, reason, first: days.first, last: days.last, hours };
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
        <div className="grid grid-cols-1 gap-3 mid:grid-cols-2">
          <DayField
            label={t`はじめの日`}
            value={first}
            onChange={setFirst}
            usual={[]}
            says={(day) => t`${day} から`}
          />
          <DayField
            label={t`おわりの日`}
            value={last}
            onChange={setLast}
            usual={[]}
            error={
              error &&
              {
                back: t`はじめの日より前です。あとの日を入れてください。`,
                ahead: t`今日までの日を入れてください。これから書かれるものは読めません。`,
              }[error]
            }
          />
        </div>
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

interface Days {
  first: string | null | undefined;
  last: string | null | undefined;
}

/** Days as iso can be compared as they are written. */
function wrongDays({ first, last }: Days, today: string): "back" | "ahead" | null {
  if (!last) return null;
  if (first && last < first) return "back";
  return last > today ? "ahead" : null;
}
