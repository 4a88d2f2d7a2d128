/** あとで見る: what one keeps, and what is done already; each leads to its place in its room. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, OrganizationId, RoomRow } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { IconButton } from "@/ui/IconButton";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { usePreferences } from "@/ui/preferences";
import { Waiting } from "@/ui/Waiting";

import { KeepDialog } from "./KeepDialog";
import { LaterRow } from "./LaterRow";
import { type Kept, type Settled, useKept, useSettle } from "./later";

interface Props {
  me: Me;
  rooms: RoomRow[];
  /** Of which of several organizations; null where there is one. */
  organization: OrganizationId | null;
  /** Where a way back stands above it already, it has none of its own. */
  onBack: (() => void) | null;
}

export function LaterScreen({ me, rooms, organization, onBack }: Props) {
  const { t } = useLingui();
  const [shown, show] = useState<"open" | "done">("open");
  const [timing, setTiming] = useState<Kept | null>(null);
  const [last, setLast] = useState<Kept | null>(null);
  const settling = useSettle();
  const settle = (kept: Kept, as: Settled) => {
    settling.mutate({ kept, as }, { onSuccess: () => setLast(as === "done" ? kept : null) });
  };
  return (
    <main className="flex min-w-0 grow flex-col">
      <div className="flex min-h-15 shrink-0 items-center gap-1 border-b border-line py-1.5 pr-3 pl-0.5 mid:min-h-18 mid:pl-5">
        {onBack && (
          <span className="mid:hidden">
            <IconButton icon="back" label={t`一覧へ戻る`} onPress={onBack} />
          </span>
        )}
        <h1 className={`min-w-0 grow text-lead font-bold ${onBack ? "" : "pl-4 mid:pl-0"}`}>
          <Trans>あとで見る</Trans>
        </h1>
      </div>
      <div className="min-h-0 grow overflow-y-auto px-4 py-4 mid:px-5">
        <div className="grid max-w-[48rem] grid-cols-1 gap-4">
          <Choice
            quiet
            label={t`表示`}
            value={shown}
            choices={[
              { value: "open", says: <Trans>これから見る</Trans> },
              { value: "done", says: <Trans>済み</Trans> },
            ]}
            onChange={show}
          />
          <div role="status" className="flex items-center gap-3 text-small empty:hidden">
            {last && (
              <>
                <Trans>済みにしました。</Trans>
                <Button small onPress={() => settle(last, "open")}>
                  <Trans>元に戻す</Trans>
                </Button>
              </>
            )}
          </div>
          <Trouble error={settling.error} contact={me.contact} />
          <List
            key={shown}
            isDone={shown === "done"}
            {...{ me, rooms, organization, settle }}
            busy={settling.isPending}
            onTime={setTiming}
          />
        </div>
      </div>
      {timing && (
        <KeepDialog
          kept={timing}
          contact={me.contact}
          onClose={() => setTiming(null)}
          onKept={() => setTiming(null)}
        />
      )}
    </main>
  );
}

interface ListProps {
  isDone: boolean;
  me: Me;
  rooms: RoomRow[];
  organization: OrganizationId | null;
  busy: boolean;
  settle: (kept: Kept, as: Settled) => void;
  onTime: (kept: Kept) => void;
}

function List({ isDone, me, rooms, organization, ...acts }: ListProps) {
  const { t } = useLingui();
  const found = useKept(isDone, organization);
  if (found.isPending) return <Waiting says={t`「あとで見る」を読み込んでいます`} />;
  if (found.isError) {
    return (
      <NotRead
        title={<Trans>「あとで見る」を読み込めませんでした。</Trans>}
        contact={me.contact}
        onAgain={() => found.refetch()}
      />
    );
  }
  const { kept, people } = found.data;
  if (kept.length === 0) return <None isDone={isDone} />;
  return (
    <>
      <ul aria-label={isDone ? t`済みのメッセージ` : t`これから見るメッセージ`} className="grid gap-2">
        {kept.map((later) => (
          <LaterRow
            key={later.message_id}
            later={later}
            room={rooms.find((room) => room.room_id === later.room_id)}
            author={people[later.author_id]}
            {...acts}
          />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button small wide isDisabled={found.isFetchingNextPage} onPress={() => found.fetchNextPage()}>
          <Trans>続きを表示</Trans>
        </Button>
      )}
    </>
  );
}

function None({ isDone }: { isDone: boolean }) {
  const { simple } = usePreferences();
  if (isDone) return <Notice icon="check" title={<Trans>済みにしたメッセージは、まだありません。</Trans>} />;
  return (
    <Notice icon="clock" title={<Trans>あとで見るメッセージはありません。</Trans>}>
      {simple ? (
        <Trans>メッセージの下の「操作」で「あとで見る」を選ぶと、ここに並びます。</Trans>
      ) : (
        <Trans>メッセージの ⋯（右クリック、長押し）で「あとで見る」を選ぶと、ここに並びます。</Trans>
      )}
    </Notice>
  );
}
