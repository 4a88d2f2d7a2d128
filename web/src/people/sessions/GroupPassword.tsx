/** Signing in of one group of accounts: as the body has it, or by rules of its own (AUTH-2, AUTH-7). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountGroup, PasswordRules } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { NotRead } from "@/ui/NotRead";
import { DialogSaveFoot } from "@/ui/SaveFoot";
import { Waiting } from "@/ui/Waiting";

import type { RequiredOf } from "./bodyRules";
import { useDecideGroupRules, useGroupRules } from "./groupRules";
import { PasswordChoices } from "./PasswordChoices";

interface Props {
  group: AccountGroup;
  contact: string;
  onClose: () => void;
}

export function GroupPassword(props: Props) {
  const { t } = useLingui();
  const { group, contact, onClose } = props;
  const found = useGroupRules(group.group_id);
  const { name } = group;
  const again = () => void found.refetch();
  return (
    <Dialog isOpen wide title={<Trans>{name}のログインの決まり</Trans>} onClose={onClose}>
      {found.isPending && <Waiting says={t`決まりを読み込んでいます`} />}
      {found.isError && (
        <NotRead title={<Trans>決まりを読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
      )}
      {found.data && <Decide {...props} {...found.data} />}
    </Dialog>
  );
}

interface Found {
  rules: PasswordRules;
  isOwn: boolean;
  second: RequiredOf | null;
}

function Decide({ group, contact, onClose, rules, isOwn, second }: Props & Found) {
  const { t } = useLingui();
  const [whose, setWhose] = useState<"body" | "own">(isOwn ? "own" : "body");
  const [chosen, choose] = useState(rules);
  const [required, requireOf] = useState<RequiredOf>(second ?? "administrators");
  const decided = {
    password: whose === "own" ? chosen : null,
    second: required === "administrators" ? null : required,
  };
  const decide = useDecideGroupRules(group.group_id);
  return (
    <>
      <DialogBody>
        <Choice
          label={t`パスワードは、だれの決まりか`}
          value={whose}
          onChange={setWhose}
          choices={[
            { value: "body", says: <Trans>団体の決まりのまま</Trans> },
            { value: "own", says: <Trans>このグループだけの決まり</Trans> },
          ]}
        />
        {whose === "own" && <PasswordChoices password={chosen} onChange={choose} />}
        <Choice
          label={t`二要素認証`}
          value={required}
          onChange={requireOf}
          choices={[
            { value: "administrators", says: <Trans>団体の決まりのまま</Trans> },
            { value: "internet", says: <Trans>インターネット側で必要</Trans> },
            { value: "everybody", says: <Trans>いつも必要</Trans> },
          ]}
        />
        <p className="text-small text-soft">
          <Trans>
            次にパスワードを決めるときから効きます。期限と二要素認証は、次のログインから効きます。
          </Trans>
        </p>
        <Trouble error={decide.error} contact={contact} />
      </DialogBody>
      <DialogSaveFoot
        isPending={decide.isPending}
        onSave={() => decide.mutate(decided, { onSuccess: onClose })}
        onClose={onClose}
      />
    </>
  );
}
