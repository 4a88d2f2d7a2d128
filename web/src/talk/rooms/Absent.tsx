/** Said before one writes to somebody who is absent: until when, and the way to whoever acts for them. */
import { useLingui } from "@lingui/react/macro";

import type { AccountId, Person, RoomId } from "@/generated/wire";
import { shortDay } from "@/kit/dates";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { usePresence } from "@/people/presence/presence";
import { absenceOf } from "@/people/presence/words";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/now";

import { useOpenDirect } from "./kinds";

interface Props {
  person: Person;
  me: AccountId;
  contact: string;
  /** The direct talk with the deputy is there. */
  onOpened: (roomId: RoomId) => void;
}

export function Absent({ person, me, contact, onOpened }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const presence = usePresence(person.account_id);
  const absence = presence && absenceOf(presence, now);
  if (!absence || person.account_id === me) return null;
  const name = fullName(person);
  const until = shortDay(fromIso(absence.until));
  const { deputy } = absence;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-warn-line bg-warn-soft px-4 py-1.5 text-small text-warn">
      <p role="status">
        {t`${name}さんは${until}まで不在です。`}
        <Deputy of={deputy} me={me} />
      </p>
      {deputy && deputy.account_id !== me && <ToDeputy {...{ deputy, contact, onOpened }} />}
    </div>
  );
}

function Deputy({ of, me }: { of: Person | null; me: AccountId }) {
  const { t } = useLingui();
  if (!of) return t`代理は決まっていません。`;
  if (of.account_id === me) return t`代理はあなたです。`;
  return t`代理は${fullName(of)}さんです。`;
}

function ToDeputy({ deputy, contact, onOpened }: Pick<Props, "contact" | "onOpened"> & { deputy: Person }) {
  const { t } = useLingui();
  const direct = useOpenDirect();
  const open = () =>
    direct.mutate(deputy.account_id, { onSuccess: ({ room_id: roomId }) => onOpened(roomId) });
  return (
    <>
      <Button small icon="talk" isDisabled={direct.isPending} onPress={open}>
        {t`${fullName(deputy)}さんに書く`}
      </Button>
      <Trouble
        error={direct.error}
        contact={contact}
        why={{ operation: "write_to", whom: deputy.account_id }}
      />
    </>
  );
}
