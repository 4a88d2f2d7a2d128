/** Everything that waits for its time, the next one first: changed, sent at once or given up. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";

import type { Scheduled } from "@/generated/wire";
import { shortDay } from "@/kit/dates";
import { dayInJapan } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { Refusal, sentenceOf } from "@/platform/refusals";
import "@/platform/seldom";
import { plainText } from "@/talk/messages/words";
import { rowIn } from "@/talk/rooms/rows";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";

import { ChooseTime } from "./ChooseTime";
import { type Change, useScheduledActs } from "./scheduled";
import { timeOf } from "./times";

interface Props {
  scheduled: Scheduled[];
  contact: string;
  onClose: () => void;
}

export function ScheduledList({ scheduled, contact, onClose }: Props) {
  const list = useFocusWhenGone(scheduled.length);
  return (
    <Dialog title={<Trans>予約送信</Trans>} isOpen onClose={onClose}>
      <DialogBody>
        {scheduled.length === 0 && (
          <Notice icon="clock" title={<Trans>予約したメッセージはありません。</Trans>} />
        )}
        <ul ref={list} tabIndex={-1} className="grid gap-3 shadow-none outline-none">
          {scheduled.map((each) => (
            <Waiting key={each.scheduled_id} scheduled={each} contact={contact} />
          ))}
        </ul>
      </DialogBody>
    </Dialog>
  );
}

/** What was sent or given up is gone, and with it the button that had the focus: the keys stay in the dialog. */
function useFocusWhenGone(count: number) {
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is asked whenever one has gone.
  useEffect(() => {
    if (document.activeElement === document.body) list.current?.focus();
  }, [count]);
  return list;
}

function Waiting({ scheduled, contact }: { scheduled: Scheduled; contact: string }) {
  const { t } = useLingui();
  const cache = useQueryClient();
  const [changing, setChanging] = useState(false);
  const { change, sendNow, giveUp } = useScheduledActs(scheduled);
  const { due_at, refused, details, parts, room_id } = scheduled;
  const text = plainText(parts);
  const error = sendNow.error ?? giveUp.error;
  const save = (wish: Change) => change.mutate(wish, { onSuccess: () => setChanging(false) });
  return (
    <li className="grid gap-1.5 rounded-8 border border-line px-3.5 py-2.5">
      <p className="figures flex flex-wrap gap-x-2 text-small text-firm">
        <span className="font-bold">{t`${shortDay(dayInJapan(due_at))} ${timeOf(due_at)}`}</span>
        <AsTyped>{rowIn(cache, room_id)?.name ?? t`退出したルーム`}</AsTyped>
      </p>
      {/* What was not sent stands there whole: it may have to be copied. */}
      <p className={`whitespace-pre-wrap font-name ${refused ? "" : "line-clamp-3"}`}>
        <AsTyped>{text}</AsTyped>
      </p>
      {refused && (
        <p className="text-small text-danger">{sentenceOf(new Refusal(409, refused, details), contact)}</p>
      )}
      <Trouble error={error} contact={contact} />
      <div className="flex flex-wrap justify-end gap-2">
        <Button small icon="pencil" onPress={() => setChanging(true)}>
          <Trans>変更</Trans>
        </Button>
        <Button small isDisabled={sendNow.isPending} onPress={() => sendNow.mutate()}>
          <Trans>いますぐ送る</Trans>
        </Button>
        <Button small look="grave" isDisabled={giveUp.isPending} onPress={() => giveUp.mutate()}>
          <Trans>予約を取り消す</Trans>
        </Button>
      </div>
      {changing && (
        <ChooseTime
          title={<Trans>予約を変える</Trans>}
          act={t`変える`}
          at={due_at}
          // Words with names in them are given up and written anew.
          text={parts.every(({ kind }) => kind === "text") ? text : null}
          trouble={<Trouble error={change.error} contact={contact} />}
          onChoose={save}
          onClose={() => setChanging(false)}
        />
      )}
    </li>
  );
}
