/** Messages that one keeps: who said what, where and when, and the way there. Of what one may no longer read, no word. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";

import type { AccountId, KeptMessage, MessageId, OrganizationId, People } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";

import { letMessageGo, useKept } from "./kept";

interface Props {
  /** Of which of several organizations; null where there is one. */
  organization: OrganizationId | null;
  me: AccountId;
  contact: string;
  onBack: () => void;
}

export function KeptMessages({ organization, me, contact, onBack }: Props) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const going = useMutation({
    mutationFn: letMessageGo,
    // The row goes, and with it what had the focus.
    onSuccess: () => heading.current?.focus(),
  });
  return (
    <main className="flex min-w-0 grow flex-col">
      <div className="flex min-h-15 shrink-0 items-center gap-1 border-b border-line py-1.5 pr-3 pl-0.5 mid:min-h-18 mid:pl-5">
        <span className="mid:hidden">
          <IconButton icon="back" label={t`一覧へ戻る`} onPress={onBack} />
        </span>
        <h1 ref={heading} tabIndex={-1} className="min-w-0 grow text-lead font-bold shadow-none outline-none">
          <Trans>お気に入りのメッセージ</Trans>
        </h1>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 py-4 mid:px-5">
        <div className="grid max-w-[48rem] grid-cols-1 gap-4">
          <Trouble error={going.error} contact={contact} />
          <Found
            {...{ organization, me, contact }}
            busy={going.isPending}
            onLetGo={(id) => going.mutate(id)}
          />
        </div>
      </div>
    </main>
  );
}

interface FoundProps {
  organization: OrganizationId | null;
  me: AccountId;
  contact: string;
  busy: boolean;
  onLetGo: (message: MessageId) => void;
}

function Found({ organization, me, contact, busy, onLetGo }: FoundProps) {
  const { t } = useLingui();
  const kept = useKept(organization);
  if (kept.isPending) return <Waiting says={t`お気に入りのメッセージを読み込んでいます`} />;
  if (kept.isError) {
    return (
      <NotRead
        title={<Trans>お気に入りのメッセージを読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => kept.refetch()}
      />
    );
  }
  const messages = kept.data.pages.flatMap((page) => page.messages);
  const people = Object.assign({}, ...kept.data.pages.map((page) => page.people)) as People; // joined page by page
  if (messages.length === 0) return <None />;
  return (
    <>
      <ul aria-label={t`お気に入りのメッセージの一覧`} className="grid gap-2">
        {messages.map((message) => (
          <Row key={message.message_id} {...{ message, people, me, busy }} onLetGo={onLetGo} />
        ))}
      </ul>
      {kept.hasNextPage && (
        <Button small wide isDisabled={kept.isFetchingNextPage} onPress={() => kept.fetchNextPage()}>
          <Trans>続きを表示</Trans>
        </Button>
      )}
    </>
  );
}

function None() {
  return (
    <Notice icon="star" title={<Trans>お気に入りのメッセージはありません。</Trans>}>
      <Trans>メッセージの ⋯（右クリック、長押し）で「お気に入り」を選ぶと、ここに並びます。</Trans>
    </Notice>
  );
}

interface RowProps {
  message: KeptMessage;
  people: People;
  me: AccountId;
  busy: boolean;
  onLetGo: (message: MessageId) => void;
}

function Row({ message, people, me, busy, onLetGo }: RowProps) {
  const { t } = useLingui();
  const { room_id, message_id, room_name } = message;
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 rounded-12 border border-line px-4 py-3">
      {room_id ? (
        <div className="grid min-w-0 gap-0.5">
          <Said {...{ message, people, me }} />
          <Link
            to="/rooms/$roomId/messages/$messageId"
            params={{ roomId: room_id, messageId: message_id }}
            aria-label={t`ルームで開く（${room_name}）`}
            className="inline-flex min-h-9 items-center justify-self-start text-small font-bold text-accent underline-offset-3 hover:underline coarse:min-h-11"
          >
            <Trans>ルームで開く</Trans>
          </Link>
        </div>
      ) : (
        <p className="text-soft">
          <Trans>いまは読めないメッセージです。退出したルームのものか、もう見られないものです。</Trans>
        </p>
      )}
      <IconButton
        icon="starred"
        label={t`お気に入りから外す`}
        isDisabled={busy}
        onPress={() => onLetGo(message_id)}
      />
    </li>
  );
}

function Said({ message, people, me }: Pick<RowProps, "message" | "people" | "me">) {
  const { t } = useLingui();
  const { listTime } = useDates();
  const now = useNow();
  const { author_id, posted_at, room_name, text, is_withdrawn } = message;
  const author = author_id ? people[author_id] : undefined;
  return (
    <>
      <p className="flex flex-wrap gap-x-2 text-small text-soft">
        <span className="wrap-anywhere font-bold text-firm">
          <AsTyped>{room_name}</AsTyped>
        </span>
        {author && <span className="font-name">{author_id === me ? t`自分` : fullName(author)}</span>}
        {posted_at && (
          <time dateTime={posted_at} className="figures">
            {listTime(posted_at, now)}
          </time>
        )}
      </p>
      <p className={`line-clamp-3 wrap-anywhere ${is_withdrawn ? "text-soft" : ""}`}>
        {is_withdrawn ? <Trans>取り消されました</Trans> : <AsTyped>{text}</AsTyped>}
      </p>
    </>
  );
}
