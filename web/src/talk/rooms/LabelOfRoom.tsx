/** Another label for a room: each choice with what it permits, and before it is raised, who would lose the room (ZONE-5). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { LabelChoices, Losing, Room } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { NotRead } from "@/ui/NotRead";
import { Question } from "@/ui/Question";
import { DialogSaveFoot } from "@/ui/SaveFoot";
import { Waiting } from "@/ui/Waiting";

import { LevelChoice } from "./LevelChoice";
import { useLabelChoices, useRelabel } from "./labels";

interface Props {
  room: Room;
  contact: string;
  onClose: () => void;
}

export function LabelOfRoom(props: Props) {
  const { t } = useLingui();
  const found = useLabelChoices(props.room.room.room_id);
  if (found.data) return <Choosing {...props} now={found.data} />;
  return (
    <Dialog isOpen title={<Trans>ルームのラベル</Trans>} onClose={props.onClose}>
      <DialogBody>
        {found.isError ? (
          <NotRead
            title={<Trans>ラベルを読み込めませんでした。</Trans>}
            contact={props.contact}
            onAgain={() => void found.refetch()}
          />
        ) : (
          <Waiting says={t`ラベルを読み込んでいます`} />
        )}
      </DialogBody>
    </Dialog>
  );
}

function Choosing({ room, contact, onClose, now }: Props & { now: LabelChoices }) {
  const { t } = useLingui();
  const giving = useRelabel(room.room.room_id);
  const [label, choose] = useState(now.label);
  const [isAsked, ask] = useState(false);
  const losing = now.choices[label - 1]?.losing;
  const losers = losing ? losing.guests + losing.others + losing.outside : 0;
  const give = (expected: number) => giving.mutate({ label, expected }, { onSuccess: onClose });
  const save = () => {
    if (label === now.label) onClose();
    else if (losers > 0) ask(true);
    else give(0);
  };
  if (isAsked && losing) {
    return (
      <Question
        isOpen
        title={t`ラベルを「${now.choices[label - 1]?.level.name ?? ""}」にしますか？`}
        act={t`ラベルを変える`}
        keep={t`やめる`}
        busy={giving.isPending}
        onKeep={() => ask(false)}
        onAct={() => give(losers)}
      >
        <Losers losing={losing} />
        <Trouble error={giving.error} contact={contact} why={{ operation: "set", room: room.room.room_id }} />
      </Question>
    );
  }
  return (
    <Dialog isOpen title={<Trans>ルームのラベル</Trans>} onClose={onClose}>
      <DialogBody>
        <LevelChoice
          label={t`だれが読めて、何を書けるか`}
          levels={now.choices.map(({ level }) => level)}
          value={label}
          onChange={choose}
        />
        <Trouble error={giving.error} contact={contact} why={{ operation: "set", room: room.room.room_id }} />
      </DialogBody>
      <DialogSaveFoot isPending={giving.isPending} onSave={save} onClose={onClose} />
    </Dialog>
  );
}

function Losers({ losing: { guests, others, outside, names } }: { losing: Losing }) {
  const { t } = useLingui();
  const rest = guests + others + outside - names.length;
  const called = names.map((name) => t`${name}さん`).join(t`、`);
  return (
    <>
      <p>
        <Trans>次の人が、このルームを使えなくなります。</Trans>
      </p>
      <ul className="list-disc pl-6">
        {guests > 0 && (
          <li>
            <Trans>ゲスト {guests}人：ルームから外れます。</Trans>
          </li>
        )}
        {others > 0 && (
          <li>
            <Trans>ほかの団体の人 {others}人：ルームから外れます。</Trans>
          </li>
        )}
        {outside > 0 && (
          <li>
            <Trans>この30日、インターネット側だけで使っている人 {outside}人：LGWAN側からだけ読めます。</Trans>
          </li>
        )}
      </ul>
      <p className="font-name">{rest > 0 ? t`${called}ほか${rest}人` : called}</p>
    </>
  );
}
