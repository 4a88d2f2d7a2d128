/** 二要素認証 in one's own settings: how it is, setting it up, another device, new recovery codes, doing without. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";

import type { Security } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { SessionsNotRead } from "@/people/sessions/SessionList";
import { sessionsQuery, useSessions } from "@/people/sessions/sessions";
import { api } from "@/platform/api";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { Question } from "@/ui/Question";
import { Waiting } from "@/ui/Waiting";

import { NewRecovery } from "./NewRecovery";
import { SecondWords } from "./SecondWords";
import { SetUp } from "./SetUp";
import { useOwnWay } from "./ways";

type Open = "set up" | "recovery" | "off" | null;

export function OwnSecondFactor({ contact }: { contact: string }) {
  const { t } = useLingui();
  const security = useSessions();
  const [open, setOpen] = useState<Open>(null);
  const [done, say] = useState<ReactNode>(null);
  if (security.isPending) return <Waiting says={t`二要素認証を読み込んでいます`} />;
  if (security.isError) return <SessionsNotRead contact={contact} onAgain={() => security.refetch()} />;
  const close = (says: ReactNode = null) => {
    setOpen(null);
    say(says);
  };
  return (
    <>
      <p>
        <Trans>
          パスワードのほかに、スマートフォンのアプリに出る6けたの数字で本人と確かめます。パスワードを知られても、ログインされません。
        </Trans>
      </p>
      <SecondWords second={security.data.second} relaxed={security.data.second_is_relaxed} />
      <p role="status" className="empty:hidden">
        {done}
      </p>
      <Acts second={security.data.second} onOpen={setOpen} />
      {open === "set up" && <SetUpDialog contact={contact} onClose={close} />}
      {open === "recovery" && <NewRecovery contact={contact} onClose={() => close()} />}
      {open === "off" && <GiveUp contact={contact} onClose={close} />}
    </>
  );
}

function Acts({ second, onOpen }: { second: Security["second"]; onOpen: (open: Open) => void }) {
  if (!second.is_on) {
    return (
      <div>
        <Button look="first" onPress={() => onOpen("set up")}>
          <Trans>二要素認証を設定する</Trans>
        </Button>
      </div>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button onPress={() => onOpen("set up")}>
        <Trans>別の端末に変える</Trans>
      </Button>
      <Button onPress={() => onOpen("recovery")}>
        <Trans>復旧コードを出し直す</Trans>
      </Button>
      {second.required === "no" && (
        <Button look="grave" onPress={() => onOpen("off")}>
          <Trans>二要素認証をやめる</Trans>
        </Button>
      )}
    </div>
  );
}

interface Props {
  contact: string;
  onClose: (says?: ReactNode) => void;
}

function SetUpDialog({ contact, onClose }: Props) {
  const way = useOwnWay();
  const done = (
    <Trans>
      二要素認証をはじめました。次のログインから、確認コードを使います。ほかの端末はログアウトしました。
    </Trans>
  );
  return (
    <Dialog isOpen title={<Trans>二要素認証の設定</Trans>} onClose={() => onClose()}>
      <DialogBody>
        <SetUp way={way} contact={contact} onDone={() => onClose(done)} />
      </DialogBody>
    </Dialog>
  );
}

function GiveUp({ contact, onClose }: Props) {
  const { t } = useLingui();
  const cache = useQueryClient();
  const done = <Trans>二要素認証をやめました。ほかの端末はログアウトしました。</Trans>;
  const giveUp = useMutation({
    mutationFn: () => api.delete("/api/second-factor"),
    onSuccess: () => onClose(done),
    onSettled: () => cache.invalidateQueries({ queryKey: sessionsQuery.queryKey }),
  });
  return (
    <Question
      isOpen
      title={<Trans>二要素認証をやめますか？</Trans>}
      act={t`やめて、パスワードだけにする`}
      keep={t`使い続ける`}
      busy={giveUp.isPending}
      onKeep={() => onClose()}
      onAct={() => giveUp.mutate()}
    >
      <p>
        <Trans>次のログインから、パスワードだけになります。ほかの端末はすべてログアウトします。</Trans>
      </p>
      <Trouble error={giveUp.error} contact={contact} />
    </Question>
  );
}
