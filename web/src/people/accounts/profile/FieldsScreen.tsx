/** 管理 › 職員の項目: the fields that the body adds to its people, in their order, each with who fills it in. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { ProfileField } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Question } from "@/ui/Question";
import { Waiting } from "@/ui/Waiting";

import { FieldDialog } from "./FieldDialog";
import { FieldList } from "./FieldList";
import { useFields, usePlaceField, useRemoveField } from "./fields";

export function FieldsScreen({ contact }: { contact: string }) {
  const [adding, add] = useState(false);
  return (
    <main className="relative min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-[1.5rem] leading-150 font-bold">
            <Trans>職員の項目</Trans>
          </h2>
          <Button look="first" icon="plus" onPress={() => add(true)}>
            <Trans>項目を加える</Trans>
          </Button>
        </div>
        <p className="text-pretty">
          <Trans>
            公用の携帯番号や、運転できる車、手話など、この団体だけの欄を職員に足せます。書いたものは、人の情報に出て、名簿の検索で見つかります。
          </Trans>
        </p>
        <Fields contact={contact} />
      </div>
      {adding && <FieldDialog field={null} contact={contact} onClose={() => add(false)} />}
    </main>
  );
}

function Fields({ contact }: { contact: string }) {
  const { t } = useLingui();
  const fields = useFields();
  const place = usePlaceField();
  const [changing, change] = useState<ProfileField | null>(null);
  const [going, take] = useState<ProfileField | null>(null);
  if (fields.isPending) return <Waiting says={t`項目を読み込んでいます`} />;
  if (fields.isError) {
    const again = () => void fields.refetch();
    return <NotRead title={<Trans>項目を読み込めませんでした。</Trans>} contact={contact} onAgain={again} />;
  }
  return (
    <>
      <Trouble error={place.error} contact={contact} />
      {fields.data.length === 0 ? (
        <Notice title={<Trans>まだ項目はありません。</Trans>}>
          <Trans>「項目を加える」から、職員に書いてもらいたいことを足してください。</Trans>
        </Notice>
      ) : (
        <FieldList fields={fields.data} onPlace={place.mutate} onChange={change} onRemove={take} />
      )}
      {changing && <FieldDialog field={changing} contact={contact} onClose={() => change(null)} />}
      {going && <Going field={going} contact={contact} onClose={() => take(null)} />}
    </>
  );
}

interface GoingProps {
  field: ProfileField;
  contact: string;
  onClose: () => void;
}

/** What is lost with it is said before it goes. */
function Going({ field, contact, onClose }: GoingProps) {
  const { t } = useLingui();
  const remove = useRemoveField();
  const count = field.count.toLocaleString("ja-JP");
  return (
    <Question
      isOpen
      title={t`「${field.name}」を外しますか？`}
      act={t`外す`}
      keep={t`やめる`}
      busy={remove.isPending}
      onKeep={onClose}
      onAct={() => remove.mutate(field.key, { onSuccess: onClose })}
    >
      <p className="text-pretty">
        {field.count === 0 ? (
          <Trans>まだだれも書いていません。</Trans>
        ) : (
          <Trans>
            {count}
            人が書いています。書いたものも消えて、名簿の検索で見つからなくなります。同じ名前の項目を作り直しても戻りません（前に書いてあったものは、職員の履歴に残ります）。
          </Trans>
        )}
      </p>
      <Trouble error={remove.error} contact={contact} />
    </Question>
  );
}
