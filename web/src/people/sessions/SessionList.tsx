/** Where this person is signed in, what should be known about it, and the ways to end it from afar. */
import { Trans, useLingui } from "@lingui/react/macro";

import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";
import { SecurityWords } from "./SecurityWords";
import { SessionRows } from "./SessionRows";
import { useEndOthers, useEndSession, useSessions } from "./sessions";

export function SessionList({ contact }: { contact: string }) {
  const { t } = useLingui();
  const sessions = useSessions();
  const end = useEndSession();
  const endOthers = useEndOthers();

  if (sessions.isPending) return <Waiting says={t`端末を読み込んでいます`} />;
  if (sessions.isError) return <SessionsNotRead contact={contact} onAgain={() => sessions.refetch()} />;
  return (
    <>
      <SecurityWords security={sessions.data} />
      <SessionRows
        sessions={sessions.data.sessions}
        allSays={t`ほかの端末をすべてログアウト`}
        allMeans={<Trans>いま使っている端末のほかは、すべて、すぐに使えなくなります。</Trans>}
        busy={end.isPending || endOthers.isPending}
        failed={end.isError || endOthers.isError}
        onEnd={(session, done) => end.mutate(session.session_id, { onSuccess: done })}
        onEndAll={(done) => endOthers.mutate(undefined, { onSuccess: done })}
      />
    </>
  );
}

export function SessionsNotRead({ contact, onAgain }: { contact: string; onAgain: () => void }) {
  return <NotRead title={<Trans>端末を読み込めませんでした。</Trans>} contact={contact} onAgain={onAgain} />;
}
