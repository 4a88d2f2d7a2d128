/** 追っているルーム: what is new in each since one looked, in a few lines; one press opens it to be read. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";

import type { AccountId, Digest, DigestRoom, OrganizationId, People, Said } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { BesideRow } from "@/talk/rooms/BesideRow";
import { AsTyped } from "@/ui/AsTyped";
import { BesideList } from "@/ui/BesideList";
import { useDates } from "@/ui/dates";
import { Found } from "@/ui/Found";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";

import { FollowButton } from "./FollowButton";
import { useDigest, useFollow } from "./followed";

interface Props {
  organization: OrganizationId | null;
  me: AccountId;
  contact: string;
  onBack: () => void;
}

export function Followed({ organization, me, contact, onBack }: Props) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const digest = useDigest(organization);
  return (
    <BesideList title={<Trans>追っているルーム</Trans>} heading={heading} onBack={onBack}>
      <p className="text-pretty text-small text-firm">
        <Trans>
          参加しないで読むオープンルームです。通知も未読の数も出ません。新しいメッセージは、見たいときにここで見られます。
        </Trans>
      </p>
      <Found
        of={digest}
        waiting={t`追っているルームを読み込んでいます`}
        notRead={<Trans>追っているルームを読み込めませんでした。</Trans>}
        contact={contact}
      >
        {(found) => <Rooms {...found} {...{ me, contact }} onStopped={() => heading.current?.focus()} />}
      </Found>
    </BesideList>
  );
}

interface RoomsProps extends Digest {
  me: AccountId;
  contact: string;
  /** The row goes, and with it what had the focus. */
  onStopped: () => void;
}

function Rooms({ rooms, people, me, contact, onStopped }: RoomsProps) {
  const { t } = useLingui();
  const follow = useFollow();
  return (
    <>
      <Trouble error={follow.error} contact={contact} />
      {rooms.length === 0 ? (
        <None />
      ) : (
        <ul aria-label={t`追っているルームの一覧`} className="grid gap-2">
          {rooms.map((room) => (
            <Row
              key={room.room_id}
              {...{ room, people, me }}
              busy={follow.isPending}
              onFollow={(wish) => follow.mutate(wish, { onSuccess: onStopped })}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function None() {
  return (
    <Notice
      icon="eye"
      title={<Trans>追っているルームはありません。</Trans>}
      action={
        <Link
          to="/rooms/open"
          className="inline-flex min-h-11 items-center rounded-8 border border-current px-3.5 font-bold text-accent no-underline hover:underline"
        >
          <Trans>オープンルームを探す</Trans>
        </Link>
      }
    >
      <Trans>オープンルームの「まとめで追う」を押すと、参加しないで読めます。</Trans>
    </Notice>
  );
}

interface RowProps {
  room: DigestRoom;
  people: People;
  me: AccountId;
  busy: boolean;
  onFollow: Parameters<typeof FollowButton>[0]["onFollow"];
}

function Row({ room, people, me, busy, onFollow }: RowProps) {
  const { room_id: roomId, name, lines } = room;
  return (
    <BesideRow
      room={room}
      to={{ to: "/rooms/followed/$followedId", params: { followedId: roomId } }}
      about={<HowMany room={room} />}
    >
      {lines.length > 0 && (
        <ul className="col-span-2 grid gap-1.5 border-l-3 border-line pl-3">
          {lines.map((line) => (
            <Line key={line.message_id} {...{ line, people, me }} />
          ))}
        </ul>
      )}
      <div className="col-span-2 justify-self-end">
        <FollowButton isFollowed {...{ roomId, name, busy, onFollow }} />
      </div>
    </BesideRow>
  );
}

function HowMany({ room: { new: count, member_count: members } }: { room: DigestRoom }) {
  return (
    <span className="flex flex-wrap gap-x-3">
      {count > 0 ? (
        <span className="font-bold text-firm">
          <Trans>新しいメッセージ {count}件</Trans>
        </span>
      ) : (
        <span>
          <Trans>新しいメッセージはありません</Trans>
        </span>
      )}
      <span>
        <Trans>{members}人が参加しています</Trans>
      </span>
    </span>
  );
}

function Line({ line, people, me }: { line: Said; people: People; me: AccountId }) {
  const { t } = useLingui();
  const { listTime } = useDates();
  const now = useNow();
  const author = people[line.author_id];
  const name = line.author_id === me ? t`自分` : author && fullName(author);
  return (
    <li className="min-w-0 text-small">
      <p className="flex flex-wrap gap-x-2 text-soft">
        {name && <span className="font-name font-bold text-firm">{name}</span>}
        <time dateTime={line.posted_at} className="figures">
          {listTime(line.posted_at, now)}
        </time>
      </p>
      <p className="line-clamp-2 wrap-anywhere">
        <AsTyped>{line.text}</AsTyped>
      </p>
    </li>
  );
}
