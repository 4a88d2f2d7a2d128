/** What a room is set to: its name, what it is for, its rules; who manages it; and putting it away. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, Suspense, useState } from "react";
import { Form } from "react-aria-components";

import type { Room } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { isoWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";
import { Question } from "@/ui/Question";

import { EndField } from "./EndField";
import { LabelOfRoom } from "./LabelOfRoom";
import { LevelWords } from "./LevelWords";
import { RoomRules, type RulesOfRoom, rulesOf } from "./RoomRules";
import { useArchive, useSetRoom, type Wish } from "./setting";

interface Props {
  room: Room;
  contact: string;
  /** Where its picture is chosen; what is chosen there holds at once. */
  face: ReactNode;
  onClose: () => void;
}

export function RoomSettings(props: Props) {
  // As it was when it was opened: what is done here is told at once, and the question must not turn round meanwhile.
  const [shown, show] = useState<"settings" | "label" | "away" | "out">(
    props.room.room.is_archived ? "out" : "settings",
  );
  if (shown === "out") return <TakeOut {...props} />;
  if (shown === "away") return <PutAway {...props} onKeep={() => show("settings")} />;
  if (shown === "label") return <LabelOfRoom {...props} />;
  return <Settings {...props} onLabel={() => show("label")} onPutAway={() => show("away")} />;
}

interface SettingsProps extends Props {
  onLabel: () => void;
  onPutAway: () => void;
}

function Settings({ room, contact, face, onClose, onLabel, onPutAway }: SettingsProps) {
  const { t } = useLingui();
  const saving = useSetRoom(room.room.room_id);
  const [name, setName] = useState(room.room.name);
  const [purpose, setPurpose] = useState(room.purpose);
  const { denseDay } = useDates();
  const { ends_on: last } = room.room;
  const [ends, setEnds] = useState(last ? denseDay(fromIso(last)) : "");
  const [rules, setRules] = useState<RulesOfRoom>(() => rulesOf(room));
  const [began] = useState(room);
  const isNameless = name.trim() === "";
  const ends_on = isoWritten(ends);
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (isNameless || ends_on === undefined) return;
    const wish = differing(began, { name, purpose, ends_on, ...rules });
    if (Object.keys(wish).length === 0) onClose();
    else saving.mutate(wish, { onSuccess: onClose });
  };

  return (
    <Dialog isOpen title={<Trans>ルームの設定</Trans>} onClose={onClose}>
      <Form validationBehavior="aria" onSubmit={save} className="flex min-h-0 flex-col">
        <DialogBody>
          <Field
            label={t`ルームの名前`}
            isRequired
            value={name}
            onChange={setName}
            error={isNameless && t`ルームの名前を入れてください。`}
          />
          <Field label={t`目的`} value={purpose} onChange={setPurpose} />
          <Suspense>{face}</Suspense>
          <LabelNow room={room} onLabel={onLabel} />
          <EndField value={ends} onChange={setEnds} />
          <RoomRules rules={rules} onChange={setRules} />
          <Managers room={room} />
          <Archiving onPutAway={onPutAway} />
          <Trouble
            error={saving.error}
            contact={contact}
            why={{ operation: "set", room: room.room.room_id }}
          />
        </DialogBody>
        <DialogFoot>
          <Button onPress={onClose}>
            <Trans>やめる</Trans>
          </Button>
          <Button type="submit" look="first" isDisabled={saving.isPending}>
            <Trans>保存</Trans>
          </Button>
        </DialogFoot>
      </Form>
    </Dialog>
  );
}

/** Only what has been changed here: what somebody else changes meanwhile stays theirs. */
function differing(began: Room, wanted: Required<Wish>): Wish {
  const { name, ends_on } = began.room;
  const before: Required<Wish> = { name, ends_on, purpose: began.purpose, ...rulesOf(began) };
  const changed = Object.entries(wanted).filter(([what, value]) => value !== Reflect.get(before, what));
  return Object.fromEntries(changed);
}

function LabelNow({ room, onLabel }: { room: Room; onLabel: () => void }) {
  return (
    <div className="grid justify-items-start gap-1.5">
      <h3 className="font-bold">
        <Trans>ラベル：{room.label.name}</Trans>
      </h3>
      <p className="text-small text-firm">
        <LevelWords level={room.label} />
      </p>
      <Button small onPress={onLabel}>
        <Trans>ラベルを変える</Trans>
      </Button>
    </div>
  );
}

function Managers({ room }: { room: Room }) {
  const { t } = useLingui();
  const names = room.members
    .filter((member) => member.role === "manager")
    .flatMap((member) => room.people[member.account_id] ?? [])
    .map((person) => t`${fullName(person)}さん`)
    .join(t`、`);
  return (
    <div className="grid gap-1">
      <h3 className="font-bold">
        <Trans>管理をする人</Trans>
      </h3>
      <p className="font-name">{names}</p>
      <p className="text-small text-soft">
        <Trans>メンバーの一覧の ⋯ で、加えたり外したりできます。</Trans>
      </p>
    </div>
  );
}

function Archiving({ onPutAway }: { onPutAway: () => void }) {
  return (
    <div className="grid justify-items-start gap-1.5 border-t border-line pt-4">
      <Button small onPress={onPutAway}>
        <Trans>このルームを保管する</Trans>
      </Button>
      <p className="text-small text-soft">
        <Trans>一覧から片づけます。あとから読めて、いつでも元に戻せます。</Trans>
      </p>
    </div>
  );
}

function PutAway({ room, contact, onClose, onKeep }: Props & { onKeep: () => void }) {
  const { t } = useLingui();
  const archive = useArchive(room.room.room_id);
  return (
    <Question
      isOpen
      title={t`「${room.room.name}」を保管しますか？`}
      act={t`保管する`}
      keep={t`やめる`}
      busy={archive.isPending}
      onKeep={onKeep}
      onAct={() => archive.mutate(true, { onSuccess: onClose })}
    >
      <p>
        <Trans>
          {room.room.member_count}
          人の全員が、読むだけになります。書くことも、人を加えることもできません。一覧では「保管」に移ります。管理をする人が、いつでも元に戻せます。
        </Trans>
      </p>
      <Trouble error={archive.error} contact={contact} why={{ operation: "set", room: room.room.room_id }} />
    </Question>
  );
}

function TakeOut({ room, contact, onClose }: Props) {
  const { t } = useLingui();
  const archive = useArchive(room.room.room_id);
  return (
    <Question
      mild
      isOpen
      title={t`「${room.room.name}」の保管をやめますか？`}
      act={t`元に戻す`}
      keep={t`やめる`}
      busy={archive.isPending}
      onKeep={onClose}
      onAct={() => archive.mutate(false, { onSuccess: onClose })}
    >
      <p>
        <Trans>{room.room.member_count}人の一覧に戻り、また書けるようになります。</Trans>
      </p>
      <Trouble error={archive.error} contact={contact} why={{ operation: "set", room: room.room.room_id }} />
    </Question>
  );
}
