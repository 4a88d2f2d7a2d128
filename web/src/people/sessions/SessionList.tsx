/** Where this person is signed in, and the way to end it from afar. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Session } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";
import { Question } from "@/ui/Question";
import { Waiting } from "@/ui/Waiting";

import { useEndSession, useSessions } from "./sessions";

export function SessionList({ contact }: { contact: string }) {
  const { t } = useLingui();
  const sessions = useSessions();
  const end = useEndSession();
  const [asked, ask] = useState<Session | null>(null);

  if (sessions.isPending) return <Waiting says={t`端末を読み込んでいます`} />;
  if (sessions.isError) return <NotRead contact={contact} onAgain={() => sessions.refetch()} />;
  return (
    <>
      <ul className="grid gap-2">
        {sessions.data.sessions.map((session) => (
          <SessionRow key={session.session_id} session={session} onEnd={() => ask(session)} />
        ))}
      </ul>
      <Question
        isOpen={asked !== null}
        title={<Trans>この端末をログアウトしますか？</Trans>}
        act={t`ログアウトする`}
        keep={t`やめる`}
        busy={end.isPending}
        onKeep={() => ask(null)}
        onAct={() => asked && end.mutate(asked.session_id, { onSuccess: () => ask(null) })}
      >
        <p>
          <Trans>その端末では、すぐに使えなくなります。もう一度使うには、ログインし直します。</Trans>
        </p>
        {end.isError && (
          <p role="alert" className="text-danger">
            <Trans>ログアウトできませんでした。もう一度押してください。</Trans>
          </p>
        )}
      </Question>
    </>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { t } = useLingui();
  const { listTime } = useDates();
  const now = useNow();
  const began = listTime(session.began_at, now);
  const used = listTime(session.last_used_at, now);
  const where = session.zone === "lgwan" ? "LGWAN" : t`インターネット`;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-12 border border-line px-4 py-3">
      <span className="text-soft">
        <Icon name="device" size={24} />
      </span>
      <div className="min-w-0 grow basis-60">
        <p className="flex flex-wrap items-center gap-x-2 font-bold">
          {session.client_kind === "browser" ? <Trans>ブラウザー</Trans> : <Trans>その他の端末</Trans>}
          {session.is_this && (
            <Chip look="safe">
              <Trans>いま使っている端末</Trans>
            </Chip>
          )}
        </p>
        <p className="figures text-small text-soft">
          <Trans>
            接続：{where}　アドレス：{session.address}
          </Trans>
        </p>
        <p className="figures text-small text-soft">
          <Trans>
            最後に使った時：{used}　ログインした時：{began}
          </Trans>
        </p>
      </div>
      {!session.is_this && (
        <Button small look="grave" onPress={onEnd}>
          <Trans>ログアウト</Trans>
        </Button>
      )}
    </li>
  );
}

function NotRead({ contact, onAgain }: { contact: string; onAgain: () => void }) {
  return (
    <Notice
      urgent
      title={<Trans>端末を読み込めませんでした。</Trans>}
      action={
        <Button small icon="refresh" onPress={onAgain}>
          <Trans>もう一度読み込む</Trans>
        </Button>
      }
    >
      <Trans>続くときは{contact}へ。</Trans>
    </Notice>
  );
}
