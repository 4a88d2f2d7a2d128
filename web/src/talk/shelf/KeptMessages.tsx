/** Messages that one keeps: who said what, where and when, and the way there. Of what one may no longer read, no word. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";

import type { AccountId, KeptMessage, MessageId, OrganizationId, People } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { BesideList } from "@/ui/BesideList";
import { useDates } from "@/ui/dates";
import { Found } from "@/ui/Found";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";

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
  const kept = useKept(organization);
  return (
    <BesideList title={<Trans>お気に入りのメッセージ</Trans>} heading={heading} onBack={onBack}>
      <Trouble error={going.error} contact={contact} />
      <Found
        of={kept}
        waiting={t`お気に入りのメッセージを読み込んでいます`}
        notRead={<Trans>お気に入りのメッセージを読み込めませんでした。</Trans>}
        contact={contact}
      >
        {(found) => <Messages {...found} me={me} busy={going.isPending} onLetGo={(id) => going.mutate(id)} />}
      </Found>
    </BesideList>
  );
}

interface MessagesProps {
  messages: KeptMessage[];
  people: People;
  me: AccountId;
  busy: boolean;
  onLetGo: (message: MessageId) => void;
}

function Messages({ messages, ...shown }: MessagesProps) {
  const { t } = useLingui();
  if (messages.length === 0) return <None />;
  return (
    <ul aria-label={t`お気に入りのメッセージの一覧`} className="grid gap-2">
      {messages.map((message) => (
        <Row key={message.message_id} message={message} {...shown} />
      ))}
    </ul>
  );
}

function None() {
  return (
    <Notice icon="star" title={<Trans>お気に入りのメッセージはありません。</Trans>}>
      <Trans>メッセージの ⋯（右クリック、長押し）で「お気に入り」を選ぶと、ここに並びます。</Trans>
    </Notice>
  );
}

interface RowProps extends Omit<MessagesProps, "messages"> {
  message: KeptMessage;
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
