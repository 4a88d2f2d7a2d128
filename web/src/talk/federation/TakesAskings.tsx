/** Whether other bodies find the room by its name and ask to come in (参加の申し込み). */
import { Trans, useLingui } from "@lingui/react/macro";

import type { RoomRow } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Choice } from "@/ui/Choice";

import { useHostAct } from "./federation";

interface Props {
  room: RoomRow;
  takes: boolean;
  contact: string;
}

export function TakesAskings({ room, takes, contact }: Props) {
  const { t } = useLingui();
  const act = useHostAct(room.room_id);
  return (
    <div className="grid gap-2 border-t border-line pt-4">
      <Choice
        label={t`参加の申し込み`}
        value={takes ? "yes" : "no"}
        onChange={(answer) => act.mutate({ act: "askings", takes: answer === "yes" })}
        choices={[
          { value: "no", says: <Trans>受け付けない</Trans> },
          {
            value: "yes",
            says: <Trans>受け付ける（ほかの団体の管理者に、ルームの名前と目的を見せます）</Trans>,
          },
        ]}
      />
      <Trouble error={act.error} contact={contact} />
    </div>
  );
}
