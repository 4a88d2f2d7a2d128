/** Inviting one person: name, firm, address, and until when. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import type { Invited, RoomId } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { isoWritten } from "@/ui/DayField";
import { useDates } from "@/ui/dates";
import { Field } from "@/ui/Field";

import { useInviteGuests } from "./guests";
import { UntilField } from "./UntilField";

export interface InviteProps {
  room: RoomId;
  usualEnd: string;
  contact: string;
  onHanded: (invited: Invited) => void;
}

const nobody = { name: "", kana: "", firm: "", email: "" };

export function InviteOne({ room, usualEnd, contact, onHanded }: InviteProps) {
  const { t } = useLingui();
  const { denseDay } = useDates();
  const invite = useInviteGuests(room);
  const [guest, setGuest] = useState(nobody);
  const [until, setUntil] = useState(denseDay(fromIso(usualEnd)));
  const [tried, setTried] = useState(false);
  const write = (field: keyof typeof nobody) => (value: string) => setGuest({ ...guest, [field]: value });
  const missing = (value: string) => tried && value.trim() === "" && t`入れてください。`;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const ends_on = isoWritten(until);
    const { name, firm, email } = guest;
    if (!ends_on || [name, firm, email].some((value) => value.trim() === "")) return;
    invite.mutate({ guests: [guest], sponsor_id: null, ends_on }, { onSuccess: onHanded });
  };
  return (
    <form noValidate onSubmit={submit} className="grid gap-4 mid:grid-cols-2">
      <Field
        label={t`氏名`}
        hint={<Trans>姓と名のあいだを、空白で区切ります。</Trans>}
        isRequired
        value={guest.name}
        onChange={write("name")}
        error={missing(guest.name)}
      />
      <Field
        label={t`ふりがな`}
        hint={<Trans>わからないときは、入れなくてもかまいません。</Trans>}
        value={guest.kana}
        onChange={write("kana")}
      />
      <Field
        label={t`会社・団体`}
        hint={<Trans>名前のそばに、いつも出ます。</Trans>}
        isRequired
        value={guest.firm}
        onChange={write("firm")}
        error={missing(guest.firm)}
      />
      <Field
        label={t`メールアドレス`}
        hint={<Trans>ゲストは、これでログインします。</Trans>}
        isRequired
        code
        inputMode="email"
        value={guest.email}
        onChange={write("email")}
        error={missing(guest.email)}
      />
      <div className="mid:col-span-2">
        <UntilField value={until} onChange={setUntil} usualEnd={usualEnd} />
      </div>
      <div className="grid gap-3 mid:col-span-2">
        <Trouble error={invite.error} contact={contact} />
        <div>
          <Button type="submit" look="first" icon="invite" isDisabled={invite.isPending}>
            {invite.isPending ? <Trans>招待しています</Trans> : <Trans>招待をつくる</Trans>}
          </Button>
        </div>
      </div>
    </form>
  );
}
