/** The security view of somebody else, for whoever watches over logins: shown inside that person's page under 管理. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountId } from "@/generated/wire";
import { Waiting } from "@/ui/Waiting";
import { SecurityWords } from "./SecurityWords";
import { SessionsNotRead } from "./SessionList";
import { SessionRows } from "./SessionRows";
import { PersonSecondFactor } from "./second_factor/PersonSecondFactor";
import { useEndSessionsOf, useSessionsOf } from "./sessions";

interface Props {
  accountId: AccountId;
  contact: string;
}

export function PersonSecurity({ accountId, contact }: Props) {
  const { t } = useLingui();
  const found = useSessionsOf(accountId);
  const end = useEndSessionsOf(accountId);

  if (found.isPending) return <Waiting says={t`端末を読み込んでいます`} />;
  if (found.isError) return <SessionsNotRead contact={contact} onAgain={() => found.refetch()} />;
  return (
    <div className="grid gap-5">
      <SecurityWords security={found.data} />
      <PersonSecondFactor accountId={accountId} security={found.data} contact={contact} />
      <SessionRows
        sessions={found.data.sessions}
        allSays={t`この人の端末をすべてログアウト`}
        allMeans={
          <Trans>この人は、どの端末でもすぐに使えなくなります。ログインし直せば、また使えます。</Trans>
        }
        busy={end.isPending}
        failed={end.isError}
        onEnd={(session, done) => end.mutate(session.session_id, { onSuccess: done })}
        onEndAll={(done) => end.mutate(null, { onSuccess: done })}
      />
    </div>
  );
}
