// Where one writes in a room: the draft comes back, and what is sent goes into the outbox at once.
import { Trans } from "@lingui/react/macro";
import { useEffect, useRef } from "react";

import type { RoomRow } from "@/generated/wire";
import { Composer } from "@/talk/messages/Composer";
import { useDraft } from "@/talk/messages/draft";
import { ReadersChips } from "@/talk/rooms/ReadersChips";
import { usePreferences } from "@/ui/preferences";

interface Props {
  room: RoomRow;
  /** A message stands in the middle of attention: the field does not take the focus from it. */
  quiet: boolean;
  onPost: (text: string) => void;
}

export function Writing({ room, quiet, onPost }: Props) {
  const [text, setText] = useDraft(room.room_id);
  const { enterSends } = usePreferences();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    // On touch the keyboard would cover what one came to read.
    if (!quiet && matchMedia("(pointer: fine)").matches) field.current?.focus({ preventScroll: true });
  }, [quiet]);

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
      enterSends={enterSends}
      field={field}
      chips={<ReadersChips readers={room.readers} />}
      others={room.member_count - 1}
    />
  );
}
