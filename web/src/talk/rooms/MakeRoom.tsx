/** Opening a room in one step: what it begins with, a name, what it is for, when it ends, who is in it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, type ReactNode, useState } from "react";
import { Form } from "react-aria-components";

import type { AccountId, Labels, OrganizationId, Person, RoomId } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { PeoplePicker } from "@/people/accounts/PeoplePicker";
import { infoOf } from "@/people/presence/PersonLink";
import { Button } from "@/ui/Button";
import { DialogBody, DialogFoot } from "@/ui/Dialog";
import { Field } from "@/ui/Field";
import { hasOwnKeyboard } from "@/ui/media";

import { EndField } from "./EndField";
import { ForWhom } from "./ForWhom";
import { LevelWords } from "./LevelWords";
import { useLabels } from "./labels";
import { OfferOpen } from "./OfferOpen";
import { useOpenRoom } from "./rooms";
import { SameName } from "./SameName";
import { TemplateChoice } from "./TemplateChoice";
import { useBeginning } from "./useBeginning";

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
  const open = useOpenRoom();
  const wish = useBeginning();
  const [chosen, setChosen] = useState<Person[]>([]);
  const [tried, setTried] = useState(false);
  const [principal, setPrincipal] = useState<AccountId | null>(null);
  const [present] = useState(() => new Set([me]));

  const make = (as: "group" | "open", members: AccountId[]) => {
    const { name, purpose, ends_on, template } = wish;
    if (name.trim() === "" || ends_on === undefined) return;
    const room = { name, purpose, ends_on, template, members, organization_id: organization, kind: as };
    open.mutate({ room, principal }, { onSuccess: ({ room_id }) => onOpened(room_id) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const members = chosen.map((person) => person.account_id);
    make(kind, members);
  };

  return (
    <Form validationBehavior="aria" onSubmit={submit} className="flex min-h-0 flex-col">
      <DialogBody>
        {choice}
        <ForWhom value={principal} onChange={setPrincipal} />
        {kind === "open" && <AboutOpen />}
        <TemplateChoice wish={wish} />
        <LabelGiven template={wish.template ?? (kind === "open" ? "open" : "blank")} />
        <Words wish={wish} tried={tried} organization={organization} />
        <PeoplePicker
          withUnits
          organization={organization}
          chosen={chosen}
          present={present}
          onChange={setChosen}
          info={infoOf}
          contact={contact}
        />
        <Trouble error={open.error} contact={contact} why={{ operation: "open" }} />
        <OfferOpen
          error={open.error}
          busy={open.isPending}
          act={<Trans>オープンルームとして作る</Trans>}
          says={<Trans>書いた名前と目的はそのままです。職員は、自分で見つけて入ります。</Trans>}
          onOpen={() => make("open", [])}
        />
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

/** What the template gives: nobody is asked (ZONE-5). Of what cannot be read nothing is said. */
function LabelGiven({ template }: { template: keyof Labels["templates"] }) {
  const { data: labels } = useLabels();
  const level = labels?.levels[(labels.templates[template] ?? labels.usual) - 1];
  if (!level) return null;
  return (
    <p className="text-small text-firm">
      <b>
        <Trans>ラベル：{level.name}</Trans>
      </b>{" "}
      <LevelWords level={level} />
    </p>
  );
}

function AboutOpen() {
  return (
    <p className="text-small text-firm">
      <Trans>
        組織の職員なら、だれでも見つけて入れます。前のメッセージは、ルームの設定で見せないと決めるまで、だれでも読めます。
      </Trans>
    </p>
  );
}

interface WordsProps {
  wish: ReturnType<typeof useBeginning>;
  tried: boolean;
  organization: OrganizationId | null;
}

function Words({ wish, tried, organization }: WordsProps) {
  const { t } = useLingui();
  return (
    <>
      <Field
        label={t`ルームの名前`}
        isRequired
        autoFocus={hasOwnKeyboard()}
        value={wish.name}
        onChange={(name) => wish.write({ name })}
        error={tried && wish.name.trim() === "" && t`ルームの名前を入れてください。`}
      />
      <SameName name={wish.name} organization={organization} />
      <Field
        label={t`目的`}
        hint={t`何を話すルームかを一言で書くと、あとから来た人に伝わります。`}
        value={wish.purpose}
        onChange={(purpose) => wish.write({ purpose })}
      />
      <EndField value={wish.ends} onChange={(ends) => wish.write({ ends })} />
    </>
  );
}
