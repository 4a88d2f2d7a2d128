/** Saying that one is absent until a day, and who acts meanwhile. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountId, Person } from "@/generated/wire";
import { dayInJapan, plusDays } from "@/kit/days";
import { PeoplePicker } from "@/people/accounts/PeoplePicker";
import { Button } from "@/ui/Button";
import { DayField, isoWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useNow } from "@/ui/now";

import { useBeAbsent } from "./absence";
import { NotSaid } from "./NotSaid";
import { infoOf } from "./PersonLink";

interface Props {
  me: AccountId;
  contact: string;
  onClose: () => void;
}

export function SayAbsence({ me, contact, onClose }: Props) {
  const { t } = useLingui();
  const today = dayInJapan(useNow());
  const [written, write] = useState("");
  const [deputies, choose] = useState<Person[]>([]);
  const say = useBeAbsent();
  const until = isoWritten(written);
  const send = () =>
    until && say.mutate({ until, deputy_id: deputies[0]?.account_id ?? null }, { onSuccess: onClose });
  return (
    <Dialog isOpen wide title={<Trans>不在にする</Trans>} onClose={onClose}>
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
          <PeoplePicker
            organization={null}
            chosen={deputies}
            present={new Set([me])}
            onChange={(people) => choose(people.slice(-1))}
            info={infoOf}
            contact={contact}
          />
        </div>
        <NotSaid error={say.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={!until || say.isPending} onPress={send}>
          <Trans>不在にする</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
