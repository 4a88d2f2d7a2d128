/** The way into the room to practise in, for whoever looks for it. */
import { Trans } from "@lingui/react/macro";

import type { RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";

import { useOpenPractice } from "./practice";

export function OpenPractice({ contact, onOpened }: { contact: string; onOpened: (room: RoomId) => void }) {
  const open = useOpenPractice();
  return (
    <div className="grid gap-3">
      <p className="text-pretty">
        <Trans>
          案内係が相手をする、使い方をためすルームです。書いたものは自分と案内係にしか見えず、どこにも数えられません。
        </Trans>
      </p>
      <div>
        <Button
          icon="talk"
          isDisabled={open.isPending}
          onPress={() => open.mutate(undefined, { onSuccess: ({ room_id }) => onOpened(room_id) })}
        >
          <Trans>れんしゅうを開く</Trans>
        </Button>
      </div>
      <Trouble error={open.error} contact={contact} />
    </div>
  );
}
