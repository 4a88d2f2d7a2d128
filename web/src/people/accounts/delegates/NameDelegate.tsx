/** Naming somebody who acts for one: until when, and who. A press on the name is the choice. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { fiscalYear } from "@/kit/fiscal";
import { Trouble } from "@/people/access/Trouble";
import { PersonPick } from "@/people/accounts/PersonPick";
import { Button } from "@/ui/Button";
import { DayField, isoWritten } from "@/ui/DayField";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useNow } from "@/ui/now";

import { useNameDelegate } from "./delegates";

export function NameDelegate({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useLingui();
  const [written, write] = useState("");
  const naming = useNameDelegate();
  const until = isoWritten(written);
  const endOfYear = { year: fiscalYear(dayInJapan(useNow())) + 1, month: 3, day: 31 };
  return (
    <Dialog isOpen title={<Trans>代行者を決める</Trans>} onClose={onClose}>
      <DialogBody>
        <p className="text-pretty text-small text-firm">
          <Trans>
            選んだ人は、すぐに、あなたの名前でルームを作れるようになります。外すと、代わりに入っていたルームからも同時に外れます。
          </Trans>
        </p>
        <DayField
          label={t`いつまで`}
          hint={<Trans>書かなければ、外すまで続きます。</Trans>}
          value={written}
          onChange={write}
          says={(day) => t`${day}まで`}
          usual={[{ says: t`年度の終わり`, day: endOfYear }]}
        />
        <PersonPick
          organization={null}
          me={me.account_id}
          busy={naming.isPending || until === undefined}
          contact={me.contact}
          waits
          onPick={(account_id) =>
            until !== undefined && naming.mutate({ account_id, until }, { onSuccess: onClose })
          }
        />
        <Trouble error={naming.error} contact={me.contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}
