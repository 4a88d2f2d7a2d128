/** 管理 › ルームのラベル: three levels or five, what each of them permits, and which of them a template gives (PUB-6). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { LabelsInForce } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Choice } from "@/ui/Choice";
import { NotRead } from "@/ui/NotRead";
import { Question } from "@/ui/Question";
import { SaveFoot } from "@/ui/SaveFoot";
import { Waiting } from "@/ui/Waiting";

import { LevelFields } from "./LevelFields";
import { type Order, useLabelsInForce, useOrderLabels } from "./labels";
import { TemplateLabels } from "./TemplateLabels";

export function RoomLabels({ contact }: { contact: string }) {
  const { t } = useLingui();
  const found = useLabelsInForce();
  if (found.isPending) return <Waiting says={t`ラベルを読み込んでいます`} />;
  if (found.isError) {
    const again = () => void found.refetch();
    return (
      <NotRead title={<Trans>ラベルを読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
    );
  }
  return (
    <main className="relative min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-6">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>ルームのラベル</Trans>
        </h2>
        <p>
          <Trans>
            ルームの機密性です。書く人には聞かず、ひな形が決めます。あとから、ルームを管理する人が変えられます。下の段ほど厳しくします。
          </Trans>
        </p>
        <Ordering now={found.data} contact={contact} />
      </div>
    </main>
  );
}

function Ordering({ now, contact }: { now: LabelsInForce; contact: string }) {
  const { t } = useLingui();
  const ordering = useOrderLabels();
  const before: Order = { levels: now.levels, templates: now.templates };
  const [wish, choose] = useState(before);
  const [isAsked, ask] = useState(false);
  const isSame = JSON.stringify(wish) === JSON.stringify(before);
  const take = (count: string) => {
    const preset = now.presets.find(({ levels }) => String(levels.length) === count);
    if (preset) choose({ levels: preset.levels, templates: preset.templates });
  };
  return (
    <div className="grid gap-7">
      <Choice
        label={t`段の数`}
        value={wish.levels.length === 5 ? "5" : "3"}
        choices={[
          { value: "3", says: <Trans>3段</Trans> },
          { value: "5", says: <Trans>5段（自治体機密性1～3A）</Trans> },
        ]}
        onChange={take}
      />
      {wish.levels.map((level, at) => (
        <LevelFields
          // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place: names are being written here.
          key={at}
          number={at + 1}
          level={level}
          rooms={wish.levels.length === now.levels.length ? (now.rooms[at + 1] ?? 0) : null}
          onChange={(next) => choose({ ...wish, levels: wish.levels.with(at, next) })}
        />
      ))}
      <TemplateLabels order={wish} onChange={(templates) => choose({ ...wish, templates })} />
      <Trouble error={ordering.error} contact={contact} />
      <SaveFoot
        isSame={isSame}
        isPending={ordering.isPending}
        isSaved={ordering.isSuccess}
        onSave={() => ask(true)}
        onRevert={() => choose(before)}
      />
      <Question
        isOpen={isAsked}
        title={t`ラベルの決まりを変えますか？`}
        act={t`変える`}
        keep={t`やめる`}
        busy={ordering.isPending}
        onKeep={() => ask(false)}
        onAct={() => ordering.mutate(wish, { onSettled: () => ask(false) })}
      >
        <p>
          <Trans>
            すべてのルームに、すぐに効きます。「インターネット側」を外した段のルームは、インターネット側の端末からすぐに消えます。段の数を変えると、どのルームも、いまより緩くならない段に移ります。
          </Trans>
        </p>
      </Question>
    </div>
  );
}
