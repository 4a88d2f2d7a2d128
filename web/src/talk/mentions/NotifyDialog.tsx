/** 通知 of one room: everything, what names one, or nothing; and whether this window may call at all. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { RoomRow } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { askPermission, permission } from "@/platform/ring";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";

import { useNotify } from "./notify";

interface Props {
  room: RoomRow;
  contact: string;
  onClose: () => void;
}

export function NotifyDialog({ room, contact, onClose }: Props) {
  const { t } = useLingui();
  const choosing = useNotify(room.room_id);
  const chosen = choosing.isPending ? choosing.variables : room.notify;
  return (
    <Dialog isOpen title={<Trans>通知</Trans>} onClose={onClose}>
      <DialogBody>
        <Choice
          label={t`「${room.name}」で知らせるもの`}
          value={chosen}
          choices={[
            { value: "all", says: <Trans>すべて</Trans> },
            { value: "mentions", says: <Trans>自分あてだけ</Trans> },
            { value: "none", says: <Trans>なし（通知オフ）</Trans> },
          ]}
          onChange={(notify) => choosing.mutate(notify)}
        />
        <p className="text-small text-soft">
          <Trans>
            知らせないものは、タブの題名の数にも入りません。一覧には、いままでどおり未読の数が出ます。自分あては、＠で名前・所属・全員を呼ばれたメッセージと、設定の「通知」で決めた見張りの言葉が書かれたメッセージです。
          </Trans>
        </p>
        {chosen !== "none" && <MayCall />}
        <Trouble error={choosing.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button look="first" onPress={onClose}>
          <Trans>閉じる</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/** Whether this window may call at all: asked for here, where somebody wants to be called. */
function MayCall() {
  const [may, setMay] = useState(permission);
  if (may === "granted") return null;
  if (may === "default") {
    return (
      <div className="grid justify-items-start gap-1.5 border-line border-t pt-4">
        <p className="text-small">
          <Trans>ほかの窓を見ているときにも知らせるには、このブラウザーの許可が要ります。</Trans>
        </p>
        <Button small onPress={() => void askPermission().then(setMay)}>
          <Trans>通知を許可する</Trans>
        </Button>
      </div>
    );
  }
  return (
    <p className="border-line border-t pt-4 text-small text-soft">
      {may === "denied" ? (
        <Trans>
          このブラウザーで、寄合の通知が止められています。使うときは、アドレスの左の印を押し、「通知」を「許可」にしてください。
        </Trans>
      ) : (
        <Trans>
          このブラウザーでは、画面の外に通知を出せません。数は、タブの題名とトークの一覧に出ます。
        </Trans>
      )}
    </p>
  );
}
