/** アカウントの依頼: asking for one's unit, and what became of it (ORG-10). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { AskDialog } from "./AskDialog";
import { RequestCard } from "./RequestCard";
import { useRequests } from "./requests";

import "@/platform/seldom";

export function Requests({ me }: { me: Me }) {
  const { t } = useLingui();
  const found = useRequests();
  const [isAsking, ask] = useState(false);
  if (found.isError && !found.data) {
    return (
      <NotRead
        title={<Trans>アカウントの依頼を読み込めませんでした。</Trans>}
        contact={me.contact}
        onAgain={() => found.refetch()}
      />
    );
  }
  if (!found.data) return <Waiting says={t`アカウントの依頼を読み込んでいます`} />;
  const all = found.data.pages.flatMap((page) => page.requests);
  const units = (found.data.pages[0]?.units ?? []).filter((unit) => unit.has_leader);
  return (
    <div className="grid gap-4">
      {units.length > 0 && (
        <div>
          <Button look="first" icon="plus" onPress={() => ask(true)}>
            <Trans>アカウントを依頼する</Trans>
          </Button>
        </div>
      )}
      {all.length === 0 ? (
        <Notice icon="people" title={<Trans>アカウントの依頼はありません。</Trans>}>
          <Trans>新しい人、氏名や任用形態の変更、利用の終わりを依頼すると、ここに出ます。</Trans>
        </Notice>
      ) : (
        <ul aria-label={t`アカウントの依頼`} className="grid gap-3">
          {all.map((each) => (
            <RequestCard key={each.asking_id} request={each} contact={me.contact} />
          ))}
        </ul>
      )}
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
      {isAsking && <AskDialog me={me} units={units} onClose={() => ask(false)} />}
    </div>
  );
}
