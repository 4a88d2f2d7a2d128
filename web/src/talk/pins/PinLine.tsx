/** What stands at the top of a room, folded to one line: the newest pin, and the way to all of them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Button } from "react-aria-components";

import type { Pin, RoomId } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Icon } from "@/ui/Icon";

interface Props {
  roomId: RoomId;
  pins: Pin[];
  boardShown: boolean;
  onBoard: () => void;
}

export function PinLine({ roomId, pins, boardShown, onBoard }: Props) {
  const { t } = useLingui();
  const [newest, ...others] = pins;
  if (!newest) return null;
  const count = others.length;
  return (
    <section
      aria-label={t`上に固定したメッセージ`}
      className="flex min-h-10 shrink-0 items-center gap-2.5 border-b border-line bg-sunken pr-1.5 pl-3.5 text-small coarse:min-h-11 mid:pr-3 mid:pl-5"
    >
      <Icon name="pin" size={18} />
      <Link
        to="/rooms/$roomId/messages/$messageId"
        params={{ roomId, messageId: newest.message_id }}
        lang="ja"
        className="cut min-w-0 py-2 font-name text-accent underline underline-offset-3 coarse:py-2.5"
      >
        <AsTyped>{newest.text}</AsTyped>
      </Link>
      <Button
        aria-expanded={boardShown}
        aria-label={
          count > 0
            ? t`ほか${count}件の、上に固定したメッセージを見る`
            : t`一覧で、上に固定したメッセージを見る`
        }
        onPress={onBoard}
        className="min-h-9 shrink-0 rounded-8 px-2 text-firm hover:bg-hovered hover:underline coarse:min-h-11"
      >
        {count > 0 ? <Trans>ほか{count}件</Trans> : <Trans>一覧</Trans>}
      </Button>
    </section>
  );
}
