/** The six signs to choose from, each with its word; those that I have set already are pressed. */
import { useLingui } from "@lingui/react/macro";
import { ToggleButton } from "react-aria-components";

import type { MessageId, Reaction, RoomId } from "@/generated/wire";
import { Dialog, DialogBody } from "@/ui/Dialog";

import { kinds, wished } from "./counts";
import { react, useWishes } from "./react";
import { SignOf, useWords } from "./SignOf";

interface Props {
  room_id: RoomId;
  message_id: MessageId;
  reactions: Reaction[];
  onClose: () => void;
}

export function PickSign({ room_id, message_id, reactions, onClose }: Props) {
  const { t } = useLingui();
  const words = useWords();
  const shown = wished(reactions, useWishes(message_id));
  return (
    <Dialog title={t`リアクションを選ぶ`} isOpen onClose={onClose}>
      <DialogBody>
        <div className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-2 pb-2">
          {kinds.map((kind) => (
            <ToggleButton
              key={kind}
              isSelected={shown.some((each) => each.kind === kind && each.mine)}
              onChange={(isOn) => {
                react({ room_id, message_id, kind }, isOn);
                onClose();
              }}
              className="grid min-h-20 place-content-center justify-items-center gap-1 rounded-8 border border-edge text-small hover:bg-hovered data-selected:border-2 data-selected:border-accent data-selected:bg-accent-soft data-selected:font-bold data-selected:text-accent-firm"
            >
              <SignOf kind={kind} size={28} />
              {words[kind]}
            </ToggleButton>
          ))}
        </div>
      </DialogBody>
    </Dialog>
  );
}
