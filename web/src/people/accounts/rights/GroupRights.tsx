/** 権限 of one group of accounts: what it says otherwise than its body, for the people in it (ADMIN-17). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountGroup, Right } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { NotRead } from "@/ui/NotRead";
import { DialogSaveFoot } from "@/ui/SaveFoot";
import { Waiting } from "@/ui/Waiting";

import { RightWord } from "./RightWord";
import { useGroupRights, useSayGroupRights, type Words } from "./rights";
import { rights } from "./words";

interface Props {
  group: AccountGroup;
  contact: string;
  onClose: () => void;
}

const all = Object.keys(rights) as Right[];

export function GroupRights(props: Props) {
  const { t } = useLingui();
  const { group, contact, onClose } = props;
  const found = useGroupRights(group.group_id);
  const { name } = group;
  const again = () => void found.refetch();
  return (
    <Dialog isOpen wide title={<Trans>{name}の権限</Trans>} onClose={onClose}>
      {found.isPending && <Waiting says={t`権限を読み込んでいます`} />}
      {found.isError && (
        <NotRead title={<Trans>権限を読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
      )}
      {found.data && <Say {...props} said={found.data.words} />}
    </Dialog>
  );
}

function Say({ group, contact, onClose, said }: Props & { said: Readonly<Record<string, boolean>> }) {
  const [words, setWords] = useState<Words>({});
  const say = useSayGroupRights(group.group_id);
  const count = group.count.toLocaleString("ja-JP");
  const wordOf = (right: Right) => (right in words ? (words[right] ?? null) : (said[right] ?? null));
  return (
    <>
      <DialogBody>
        <p className="text-pretty">
          <Trans>
            このグループの{count}
            人に効きます。一人ずつの指定があるときは、そちらが先に効きます。変えると、この人たちの画面はすぐに読み直されます。
          </Trans>
        </p>
        <ul className="divide-y divide-line rounded-8 border border-line">
          {all.map((right) => (
            <RightWord
              key={right}
              right={right}
              word={wordOf(right)}
              nothing={<Trans>団体の決まりのまま</Trans>}
              onSay={(word) => setWords({ ...words, [right]: word })}
            />
          ))}
        </ul>
        <Trouble error={say.error} contact={contact} />
      </DialogBody>
      <DialogSaveFoot
        isPending={say.isPending}
        onSave={() => say.mutate(words, { onSuccess: onClose })}
        onClose={onClose}
      />
    </>
  );
}
