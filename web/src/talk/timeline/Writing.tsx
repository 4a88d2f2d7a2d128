/** Where one writes in a room: the draft comes back, and what is sent goes into the outbox at once. */
import { Trans } from "@lingui/react/macro";
import { type RefObject, useEffect } from "react";

import type { RoomRow } from "@/generated/wire";
import { Composer } from "@/talk/messages/Composer";
import { useDraft } from "@/talk/messages/draft";
import { ReadersChips } from "@/talk/rooms/ReadersChips";
import { hasOwnKeyboard } from "@/ui/media";
import { usePreferences } from "@/ui/preferences";

interface Props {
  room: RoomRow;
  /** A message stands in the middle of attention: the field does not take the focus from it. */
  quiet: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
  onPost: (text: string) => void;
}

export function Writing({ room, quiet, field, onPost }: Props) {
  const [text, setText] = useDraft(room.room_id);
  const { enter } = usePreferences();
  useEffect(() => {
    // On touch the keyboard would cover what one came to read.
    if (!quiet && hasOwnKeyboard()) field.current?.focus({ preventScroll: true });
  }, [quiet, field]);

  const send = () => {
    onPost(text);
    setText("");
    field.current?.focus({ preventScroll: true });
  };

  if (!room.may_post) {
    return (
      <p className="border-t border-line bg-sunken px-5 py-3 text-small text-firm">
        <Trans>このルームは読むだけです。書き込みはできません。</Trans>
      </p>
    );
  }
  return (
    <Composer
      text={text}
      onChange={setText}
      onSend={send}
      enterSends={enter === "send"}
      field={field}
      chips={<ReadersChips readers={room.readers} />}
      others={room.member_count - 1}
    />
  );
}
