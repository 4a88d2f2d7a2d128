/** あとで見る: what one keeps, and what is done already; each leads to its place in its room. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";

import type { Me, OrganizationId, RoomRow } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { BesideList } from "@/ui/BesideList";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Found } from "@/ui/Found";
import { Notice } from "@/ui/Notice";
import { usePreferences } from "@/ui/preferences";

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
  const heading = useRef<HTMLHeadingElement>(null);
  const settling = useSettle();
  const settle = (kept: Kept, as: Settled) => {
    const settled = () => {
      setLast(as === "done" ? kept : null);
      // The row goes, or the way back, and with it what had the focus.
      heading.current?.focus();
    };
    settling.mutate({ kept, as }, { onSuccess: settled });
  };
  return (
    <BesideList title={<Trans>あとで見る</Trans>} heading={heading} onBack={onBack}>
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
      {timing && (
        <KeepDialog
          kept={timing}
          contact={me.contact}
          onClose={() => setTiming(null)}
          onKept={() => setTiming(null)}
        />
      )}
    </BesideList>
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
  return (
    <Found
      of={useKept(isDone, organization)}
      waiting={t`「あとで見る」を読み込んでいます`}
      notRead={<Trans>「あとで見る」を読み込めませんでした。</Trans>}
      contact={me.contact}
    >
      {({ kept, people }) =>
        kept.length === 0 ? (
          <None isDone={isDone} />
        ) : (
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
        )
      }
    </Found>
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
