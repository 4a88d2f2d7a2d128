/** Beginning to talk: with several people, with whoever wants, with one person, or with oneself. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { AccountId, OrganizationId, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { AddressedUnits } from "@/people/accounts/department_accounts/AddressedUnits";
import { PersonPick } from "@/people/accounts/PersonPick";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";

import { useOpenDirect, useOpenNotes } from "./kinds";
import { MakeRoom } from "./MakeRoom";

interface Props {
  /** Where it is opened. */
  organization: OrganizationId | null;
  me: AccountId;
  contact: string;
  onClose: () => void;
  onOpened: (roomId: RoomId) => void;
}

type Kind = "group" | "open" | "direct" | "self";

export function NewRoom(props: Props) {
  const { t } = useLingui();
  const [kind, choose] = useState<Kind>("group");
  const choice = (
    <Choice
      label={t`どんなルームですか`}
      value={kind}
      choices={[
        { value: "group", says: <Trans>何人かで</Trans> },
        { value: "direct", says: <Trans>1人に</Trans> },
        { value: "open", says: <Trans>オープンルーム</Trans> },
        { value: "self", says: <Trans>自分メモ</Trans> },
      ]}
      onChange={choose}
    />
  );
  return (
    <Dialog isOpen wide title={<Trans>新しいルーム</Trans>} onClose={props.onClose}>
      {(kind === "group" || kind === "open") && <MakeRoom {...props} kind={kind} choice={choice} />}
      {kind === "direct" && <ToOne {...props} choice={choice} />}
      {kind === "self" && <ToOneself {...props} choice={choice} />}
    </Dialog>
  );
}

function ToOne({ organization, me, contact, choice, onClose, onOpened }: Props & { choice: ReactNode }) {
  const open = useOpenDirect(organization);
  const pick = (who: AccountId) => open.mutate(who, { onSuccess: ({ room_id }) => onOpened(room_id) });
  return (
    <>
      <DialogBody>
        {choice}
        <p className="text-small text-firm">
          <Trans>
            2人だけのトークです。相手を選ぶと開きます。すでにあれば、同じトークが開きます。所属アカウントを選ぶと、その名前で書ける人がみな読みます。
          </Trans>
        </p>
        <PersonPick
          organization={organization}
          me={me}
          busy={open.isPending}
          contact={contact}
          above={(words) => (
            <AddressedUnits {...{ words, organization }} busy={open.isPending} onPick={pick} />
          )}
          onPick={pick}
        />
        <Trouble error={open.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}

function ToOneself({ contact, choice, onClose, onOpened }: Props & { choice: ReactNode }) {
  const open = useOpenNotes();
  return (
    <>
      <DialogBody>
        {choice}
        <p className="text-pretty">
          <Trans>自分だけが読むルームです。控えや下書き、あとで使うことを書いておけます。</Trans>
        </p>
        <Trouble error={open.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button
          look="first"
          isDisabled={open.isPending}
          onPress={() => open.mutate(undefined, { onSuccess: ({ room_id }) => onOpened(room_id) })}
        >
          <Trans>自分メモを開く</Trans>
        </Button>
      </DialogFoot>
    </>
  );
}
