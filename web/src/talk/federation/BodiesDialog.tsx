/** The bodies in a room: who takes part with how many people, who is expected, whom to ask; and for whoever manages the
 * room, inviting another one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { ListedBody, RoomRow } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { FindBody } from "@/people/orgs/FindBody";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { Waiting } from "@/ui/Waiting";

import { BodyRows } from "./BodyRows";
import { useHostAct, useRoomBodies } from "./federation";
import { TakesAskings } from "./TakesAskings";

interface Props {
  room: RoomRow;
  contact: string;
  onClose: () => void;
}

export function BodiesDialog({ room, contact, onClose }: Props) {
  const { t } = useLingui();
  const [step, go] = useState<"list" | "find" | ListedBody>("list");
  const back = () => go("list");
  return (
    <Dialog isOpen wide title={t`「${room.name}」の団体`} onClose={onClose}>
      {step === "list" && <Bodies {...{ room, contact, onClose }} onFind={() => go("find")} />}
      {step === "find" && (
        <>
          <DialogBody>
            <FindBody contact={contact} onPick={go} />
          </DialogBody>
          <DialogFoot>
            <Button onPress={back}>
              <Trans>戻る</Trans>
            </Button>
          </DialogFoot>
        </>
      )}
      {typeof step === "object" && <Inviting {...{ room, contact }} body={step} onBack={back} />}
    </Dialog>
  );
}

function Bodies({ room, contact, onClose, onFind }: Props & { onFind: () => void }) {
  const { t } = useLingui();
  const found = useRoomBodies(room.room_id);
  const arranges = found.data?.may_arrange ?? false;
  return (
    <>
      <DialogBody>
        <p className="text-pretty text-small text-firm">
          <Trans>
            ほかの団体の人は、その団体が自分で加えたり外したりします。退出した団体の人は、すぐに読めなくなります。書いたものは、名前と団体名を付けて残ります。
          </Trans>
        </p>
        {found.isPending && <Waiting says={t`団体を読み込んでいます`} />}
        <Trouble error={found.error} contact={contact} />
        {found.data && <BodyRows room={room} found={found.data} contact={contact} />}
        {arranges && found.data && (
          <TakesAskings room={room} takes={found.data.takes_askings} contact={contact} />
        )}
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>閉じる</Trans>
        </Button>
        {arranges && !room.is_archived && (
          <Button look="first" icon="invite" onPress={onFind}>
            <Trans>団体を招待する</Trans>
          </Button>
        )}
      </DialogFoot>
    </>
  );
}

interface InvitingProps {
  room: RoomRow;
  body: ListedBody;
  contact: string;
  onBack: () => void;
}

function Inviting({ room, body, contact, onBack }: InvitingProps) {
  const { t } = useLingui();
  const act = useHostAct(room.room_id);
  const [words, setWords] = useState("");
  const invite = () => act.mutate({ act: "invite", body: body.tenant_id, words }, { onSuccess: onBack });
  return (
    <>
      <DialogBody>
        <p>
          <Trans>
            「{body.name}
            」を招待します。相手の団体の管理者が参加するまで、だれも入りません。参加すると、参加したときからあとのメッセージを読めます。
          </Trans>
        </p>
        <Field
          label={t`相手の管理者に伝えること（なくてもかまいません）`}
          value={words}
          onChange={setWords}
        />
        <Trouble error={act.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onBack}>
          <Trans>戻る</Trans>
        </Button>
        <Button look="first" isDisabled={act.isPending} onPress={invite}>
          <Trans>招待する</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}
