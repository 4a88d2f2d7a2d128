/** One request: what is asked, for which unit, who has said what, and what the reader may do about it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountRequest, Person } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { employments, wordOf } from "@/people/accounts/managing/words";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { CardLines } from "@/ui/CardLines";
import { Chip, type ChipLook } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { Question } from "@/ui/Question";

import { DeclineDialog } from "./DeclineDialog";
import { useRequestAct } from "./requests";
import { useKinds, useStates, whoOf } from "./words";

interface Props {
  request: AccountRequest;
  contact: string;
}

const looks: Partial<Record<AccountRequest["state"], ChipLook>> = { proposed: "guest", asked: "outside" };

export function RequestCard({ request, contact }: Props) {
  const kinds = useKinds();
  const states = useStates();
  return (
    <li className="grid gap-2.5 rounded-12 border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold wrap-anywhere">
          {kinds[request.kind]}　<AsTyped>{whoOf(request)}</AsTyped>
        </span>
        <Chip look={looks[request.state] ?? "plain"}>{states[request.state]}</Chip>
      </div>
      <Lines request={request} />
      <Acts {...{ request, contact }} />
    </li>
  );
}

function Lines({ request }: { request: AccountRequest }) {
  const { t, i18n } = useLingui();
  const { documentTime, longDay } = useDates();
  const who = (person: Person | null) => (person ? t`${fullName(person)}さん` : "");
  const day = (written: string | null) => (written ? longDay(fromIso(written)) : "");
  const employment = request.employment_type ?? undefined;
  const isNew = request.kind === "new";
  const isWaiting = request.state === "proposed" || request.state === "asked";
  const lines = [
    [t`所属`, request.unit],
    [t`職員番号`, request.login_id],
    [isNew ? t`氏名` : t`新しい氏名`, `${request.family} ${request.given}`.trim()],
    [t`ふりがな`, request.kana],
    [t`任用形態`, employment ? wordOf(employments, employment, (word) => i18n._(word)) : ""],
    [t`はじめの日`, day(request.starts_on)],
    [t`利用の期限`, day(request.ends_on)],
    [t`伝えること`, request.words],
    [t`依頼した人`, t`${who(request.asker)}　${documentTime(request.asked_at, false)}`],
    [t`返事の期限`, isWaiting ? documentTime(request.lapses_at, false) : ""],
    [t`渡した人`, who(request.leader)],
    [t`返事をした人`, who(request.answerer)],
    [t`断ったわけ`, request.answer],
  ] as const;
  return <CardLines lines={lines} />;
}

type Asking = "accept" | "pass on" | "withdraw" | "decline" | null;

function Acts({ request, contact }: Props) {
  const { t } = useLingui();
  const [asking, ask] = useState<Asking>(null);
  const { may_accept, may_pass_on, may_decline, may_withdraw } = request;
  const name = whoOf(request);
  const close = () => ask(null);
  return (
    <>
      <div className="flex flex-wrap gap-2 empty:hidden">
        {may_accept && (
          <Button
            small
            look="first"
            aria-label={t`${name}さんの依頼を受け入れる`}
            onPress={() => ask("accept")}
          >
            <Trans>受け入れる</Trans>
          </Button>
        )}
        {may_pass_on && (
          <Button
            small
            look="first"
            aria-label={t`${name}さんの依頼を管理者に渡す`}
            onPress={() => ask("pass on")}
          >
            <Trans>管理者に渡す</Trans>
          </Button>
        )}
        {may_decline && (
          <Button small aria-label={t`${name}さんの依頼を断る`} onPress={() => ask("decline")}>
            <Trans>断る</Trans>
          </Button>
        )}
        {may_withdraw && (
          <Button small aria-label={t`${name}さんの依頼を取り下げる`} onPress={() => ask("withdraw")}>
            <Trans>取り下げる</Trans>
          </Button>
        )}
      </div>
      {asking === "decline" && <DeclineDialog {...{ request, contact }} onClose={close} />}
      {asking !== null && asking !== "decline" && (
        <Sure act={asking} {...{ request, contact }} onClose={close} />
      )}
    </>
  );
}

interface SureProps extends Props {
  act: "accept" | "pass on" | "withdraw";
  onClose: () => void;
}

function Sure({ act, request, contact, onClose }: SureProps) {
  const { t } = useLingui();
  const does = useRequestAct();
  const name = whoOf(request);
  const isNew = request.kind === "new";
  const says = {
    accept: {
      title: t`${name}さんの依頼を受け入れますか`,
      act: t`受け入れる`,
      body: isNew
        ? t`アカウントを作ります。最初のパスワードは、いつものとおり用紙で出します。`
        : t`依頼のとおりに、名簿を変えます。`,
    },
    "pass on": {
      title: t`${name}さんの依頼を管理者に渡しますか`,
      act: t`管理者に渡す`,
      body: t`中身を確かめてから渡してください。渡したことは、依頼した人にも分かります。`,
    },
    withdraw: {
      title: t`${name}さんの依頼を取り下げますか`,
      act: t`取り下げる`,
      body: t`要るときは、もう一度依頼できます。`,
    },
  }[act];
  return (
    <Question
      isOpen
      mild={act !== "withdraw"}
      title={says.title}
      act={says.act}
      keep={t`やめる`}
      busy={does.isPending}
      onAct={() => does.mutate({ act, asking: request.asking_id }, { onSuccess: onClose })}
      onKeep={onClose}
    >
      <p className="text-pretty">{says.body}</p>
      <Trouble error={does.error} contact={contact} />
    </Question>
  );
}
