/** One message that is kept: who said what where, when one is reminded, and what can be done with it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import type { Later, Person, RoomRow } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { dayInJapan } from "@/kit/days";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { useNow } from "@/ui/now";

import type { Kept, Settled } from "./later";

interface Props {
  later: Later;
  room: RoomRow | undefined;
  author: Person | undefined;
  busy: boolean;
  settle: (kept: Kept, as: Settled) => void;
  onTime: (kept: Kept) => void;
}

export function LaterRow({ later, room, author, busy, settle, onTime }: Props) {
  const { listTime } = useDates();
  const now = useNow();
  const { room_id: roomId, message_id: messageId, is_withdrawn: isWithdrawn, done_at: doneAt } = later;
  const isDue = later.rung_at !== null && doneAt === null;
  return (
    <li
      className={`grid gap-2 rounded-12 border px-4 py-3 ${isDue ? "border-warn-line bg-warn-soft" : "border-line"}`}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-small text-soft">
        <span className="font-bold text-ink">
          <AsTyped>{room?.name ?? ""}</AsTyped>
        </span>
        <span>
          <AsTyped>{author ? fullName(author) : ""}</AsTyped>
        </span>
        <time dateTime={later.posted_at} className="figures">
          {listTime(later.posted_at, now)}
        </time>
      </p>
      <Link
        to="/rooms/$roomId/messages/$messageId"
        params={{ roomId, messageId }}
        className="line-clamp-3 wrap-anywhere font-name text-ink underline-offset-3 hover:underline"
      >
        {isWithdrawn ? <Trans>（取り消されました）</Trans> : <AsTyped>{later.text}</AsTyped>}
      </Link>
      {later.remind_at && doneAt === null && <Reminds at={later.remind_at} isDue={isDue} />}
      <div className="flex flex-wrap gap-2">
        {doneAt === null ? (
          <>
            <Button small icon="check" isDisabled={busy} onPress={() => settle(later, "done")}>
              <Trans>済みにする</Trans>
            </Button>
            <Button small icon="clock" onPress={() => onTime(later)}>
              <Trans>時間を変える</Trans>
            </Button>
          </>
        ) : (
          <Button small icon="undo" isDisabled={busy} onPress={() => settle(later, "open")}>
            <Trans>元に戻す</Trans>
          </Button>
        )}
        <Button small isDisabled={busy} onPress={() => settle(later, "gone")}>
          <Trans>一覧から外す</Trans>
        </Button>
      </div>
    </li>
  );
}

function Reminds({ at, isDue }: { at: string; isDue: boolean }) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const now = useNow();
  const when = `${dayLine(dayInJapan(at), dayInJapan(now))} ${bubbleTime(at)}`;
  return (
    <p className={`flex items-center gap-1 text-small ${isDue ? "font-bold text-warn" : "text-soft"}`}>
      <Icon name={isDue ? "bell" : "clock"} size={16} />
      {isDue ? t`時間になりました（${when}）` : t`${when}に知らせます`}
    </p>
  );
}
