/** Opening a room in one step: a name, what it is for, who is in it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { Form } from "react-aria-components";

import type { AccountId, OrganizationId, Person, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { PeoplePicker } from "@/people/accounts/PeoplePicker";
import { infoOf } from "@/people/presence/PersonLink";
import { Button } from "@/ui/Button";
import { DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { hasOwnKeyboard } from "@/ui/media";

import { useOpenRoom } from "./rooms";

interface Props {
  kind: "group" | "open";
  /** Chooses the kind; what has been typed stays. */
  choice: ReactNode;
  organization: OrganizationId | null;
  me: AccountId;
  contact: string;
  onClose: () => void;
  onOpened: (roomId: RoomId) => void;
}

export function MakeRoom({ kind, choice, organization, me, contact, onClose, onOpened }: Props) {
  const { t } = useLingui();
  const open = useOpenRoom();
  const [name, setName] = useState("");
  const [purpose, setPurpose] = useState("");
  const [chosen, setChosen] = useState<Person[]>([]);
  const [tried, setTried] = useState(false);
  const [present] = useState(() => new Set([me]));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === "") return;
    const members = chosen.map((person) => person.account_id);
    const room = { name, purpose, members, organization_id: organization, kind };
    open.mutate(room, { onSuccess: ({ room_id }) => onOpened(room_id) });
  };

  return (
    <Form validationBehavior="aria" onSubmit={submit} className="flex min-h-0 flex-col">
      <DialogBody>
        {choice}
        {kind === "open" && (
          <p className="text-small text-firm">
            <Trans>組織の職員なら、だれでも見つけて入れます。前のメッセージも読めます。</Trans>
          </p>
        )}
        <Field
          label={t`ルームの名前`}
          isRequired
          autoFocus={hasOwnKeyboard()}
          value={name}
          onChange={setName}
          error={tried && name.trim() === "" && t`ルームの名前を入れてください。`}
        />
        <Field
          label={t`目的`}
          hint={t`何を話すルームかを一言で書くと、あとから来た人に伝わります。`}
          value={purpose}
          onChange={setPurpose}
        />
        <PeoplePicker
          organization={organization}
          chosen={chosen}
          present={present}
          onChange={setChosen}
          info={infoOf}
          contact={contact}
        />
        <Trouble error={open.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button type="submit" look="first" isDisabled={open.isPending}>
          {open.isPending ? <Trans>作っています</Trans> : <Trans>ルームを作る</Trans>}
        </Button>
      </DialogFoot>
    </Form>
  );
}
