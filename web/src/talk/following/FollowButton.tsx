/** Beside 「参加する」 of an open room: to follow it without coming in, or no longer. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { RoomId } from "@/generated/wire";
import { Button } from "@/ui/Button";

interface Props {
  roomId: RoomId;
  name: string;
  isFollowed: boolean;
  busy: boolean;
  onFollow: (room: { room_id: RoomId; follows: boolean }) => void;
}

export function FollowButton({ roomId: room_id, name, isFollowed, busy, onFollow }: Props) {
  const { t } = useLingui();
  return (
    <Button
      small
      icon={isFollowed ? "eyeShut" : "eye"}
      aria-label={isFollowed ? t`${name}を追うのをやめる` : t`${name}をまとめで追う`}
      // It stays pressable, so that it keeps the focus, and does nothing until the answer is there.
      onPress={() => busy || onFollow({ room_id, follows: !isFollowed })}
    >
      {isFollowed ? <Trans>追うのをやめる</Trans> : <Trans>まとめで追う</Trans>}
    </Button>
  );
}
