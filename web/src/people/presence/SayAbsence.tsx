/** Saying that one is absent until a day, and who acts meanwhile. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountId, OwnAbsence, Person } from "@/generated/wire";
import { dayInJapan, fromIso, plusDays } from "@/kit/days";
import { fullName } from "@/kit/names";
import { PersonPick } from "@/people/accounts/PersonPick";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { DayField, isoWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useDates } from "@/ui/dates";
import { useNow } from "@/ui/now";

import { useBeAbsent } from "./absence";
import { NotSaid } from "./NotSaid";

interface Props {
  me: AccountId;
  contact: string;
  /** What was said before and is put right now. */
  said: OwnAbsence | null;
  onClose: () => void;
}

export function SayAbsence({ me, contact, said, onClose }: Props) {
  const { t } = useLingui();
  const { denseDay } = useDates();
  const today = dayInJapan(useNow());
  const [written, write] = useState(said ? denseDay(fromIso(said.until)) : "");
  const [deputy, choose] = useState<Person | null>(said?.is_there ? said.deputy : null);
  const say = useBeAbsent();
  const until = isoWritten(written);
  const send = () =>
    until && say.mutate({ until, deputy_id: deputy?.account_id ?? null }, { onSuccess: onClose });
  return (
    <Dialog isOpen title={said ? t`日付か代理を変える` : t`不在にする`} onClose={onClose}>
      <DialogBody>
        <p className="text-small text-firm">
          <Trans>
            いまから、決めた日の終わりまで「不在」と代理が、同じ団体の職員に見えます。日が過ぎると自動で終わります。
          </Trans>
        </p>
        <DayField
          label={t`いつまで不在か（※必須）`}
          hint={<Trans>この日まで不在です。次の日から、ふだんの表示に戻ります。</Trans>}
          value={written}
          onChange={write}
          says={(day) => t`${day} まで不在`}
          usual={[
            { says: t`今日`, day: today },
            { says: t`明日`, day: plusDays(today, 1) },
            { says: t`1週間後`, day: plusDays(today, 7) },
          ]}
        />
        <div className="grid gap-2">
          <p className="font-bold">
            <Trans>代理（一人）</Trans>
          </p>
          <p className="text-small text-firm">
            <Trans>
              あなたに書こうとする人に、代理の人を案内します。代理も不在のときは、その人の代理を案内します。
            </Trans>
          </p>
          {deputy ? (
            <Chosen deputy={deputy} isNew={deputy !== said?.deputy} onDrop={() => choose(null)} />
          ) : (
            <PersonPick
              organization={null}
              me={me}
              busy={say.isPending}
              contact={contact}
              waits
              onPick={(_, person) => choose(person)}
            />
          )}
        </div>
        <NotSaid error={say.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={!until || say.isPending} onPress={send}>
          {said ? <Trans>保存する</Trans> : <Trans>不在にする</Trans>}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

interface ChosenProps {
  deputy: Person;
  /** Chosen here: the row that had the focus is gone. */
  isNew: boolean;
  onDrop: () => void;
}

function Chosen({ deputy, isNew, onDrop }: ChosenProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 rounded-8 border border-line px-3 py-1.5">
      <span className="grid min-w-0 grow">
        <b className="font-name">
          <AsTyped>{fullName(deputy)}</AsTyped>
        </b>
        <span className="text-small text-soft">{deputy.department_path}</span>
      </span>
      <Button small autoFocus={isNew} onPress={onDrop}>
        <Trans>代理を選び直す</Trans>
      </Button>
    </div>
  );
}
