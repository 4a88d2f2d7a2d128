/** Sessions as a list: device, side, address, last use; each with the way to end it, and one for all the others. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { Session } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { useNow } from "@/ui/now";
import { Question } from "@/ui/Question";

/** One session, or all that may be ended here. */
type Asked = Session | "all";

interface Props {
  sessions: Session[];
  /** What the button for all of them says, and what will happen. */
  allSays: string;
  allMeans: ReactNode;
  busy: boolean;
  failed: boolean;
  onEnd: (session: Session, done: () => void) => void;
  onEndAll: (done: () => void) => void;
}

export function SessionRows({ sessions, allSays, allMeans, busy, failed, onEnd, onEndAll }: Props) {
  const { t } = useLingui();
  const [asked, ask] = useState<Asked | null>(null);
  const done = () => ask(null);
  const act = () => {
    if (asked === "all") onEndAll(done);
    else if (asked) onEnd(asked, done);
  };
  return (
    <>
      {sessions.length === 0 && (
        <p className="text-soft">
          <Trans>いまログインしている端末はありません。</Trans>
        </p>
      )}
      <ul className="grid gap-2">
        {sessions.map((session) => (
          <SessionRow key={session.session_id} session={session} onEnd={() => ask(session)} />
        ))}
      </ul>
      {sessions.some((session) => !session.is_this) && (
        <div>
          <Button look="grave" onPress={() => ask("all")}>
            {allSays}
          </Button>
        </div>
      )}
      <Question
        isOpen={asked !== null}
        title={
          asked === "all" ? <Trans>{allSays}しますか？</Trans> : <Trans>この端末をログアウトしますか？</Trans>
        }
        act={t`ログアウトする`}
        keep={t`やめる`}
        busy={busy}
        onKeep={done}
        onAct={act}
      >
        <p>
          {asked === "all" ? (
            allMeans
          ) : (
            <Trans>その端末では、すぐに使えなくなります。もう一度使うには、ログインし直します。</Trans>
          )}
        </p>
        {failed && (
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
  const now = useNow();
  const { listTime } = useDates();
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
          <DeviceName session={session} />
          {session.is_this && (
            <Chip look="safe">
              <Trans>いま使っている端末</Trans>
            </Chip>
          )}
          {session.is_locked && (
            <Chip look="plain">
              <Trans>席を離れています</Trans>
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

/** Browser and system in the words people use; where a browser does not say, that it is one. */
function DeviceName({ session: { device } }: { session: Session }) {
  const { browser, system } = device;
  if (browser && system)
    return (
      <Trans>
        {system} の {browser}
      </Trans>
    );
  if (browser || system) return <>{browser || system}</>;
  return <Trans>ブラウザー（種類は分かりません）</Trans>;
}
