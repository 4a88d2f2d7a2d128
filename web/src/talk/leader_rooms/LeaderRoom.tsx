/** Below the list of ITリーダー: the room that they have among themselves, opened and put away by administrators. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { Trouble } from "@/people/access/Trouble";
import { useBodySetting, useDecide } from "@/people/orgs/bodySetting";
import { Button } from "@/ui/Button";
import { Found } from "@/ui/Found";
import { Question } from "@/ui/Question";

interface Chosen {
  is_open: boolean;
}

const setting = "leader_rooms";

export function LeaderRoom({ contact }: { contact: string }) {
  const { t } = useLingui();
  const found = useBodySetting<Chosen>(setting);
  return (
    <section aria-label={t`ITリーダーのルーム`} className="grid gap-3 border-t border-line pt-5">
      <h3 className="text-lead font-bold">
        <Trans>ITリーダーのルーム</Trans>
      </h3>
      <p className="text-pretty">
        <Trans>
          ITリーダーどうしで、困ったことと工夫を分け合うルームです。ITリーダーが自動で入り、外れた人や異動した人は自動で出ます。組織ごとに一つできます。
        </Trans>
      </p>
      <Found
        of={found}
        waiting={t`ITリーダーのルームを読み込んでいます`}
        notRead={<Trans>ITリーダーのルームがあるかどうかを、読み込めませんでした。</Trans>}
        contact={contact}
      >
        {({ value }) => <Open isOpen={value.is_open} contact={contact} />}
      </Found>
    </section>
  );
}

function Open({ isOpen, contact }: { isOpen: boolean; contact: string }) {
  const { t } = useLingui();
  const decide = useDecide<Chosen>(setting);
  const [isAsking, ask] = useState(false);
  const close = () => decide.mutate({ is_open: false }, { onSuccess: () => ask(false) });
  return (
    <>
      <p role="status">
        {isOpen ? (
          <Trans>
            ルームがあります。ITリーダーのルームの一覧に「ITリーダー」と出ます。まだITリーダーがいない組織では、決めたときにできます。
          </Trans>
        ) : (
          <Trans>いまは、ありません。</Trans>
        )}
      </p>
      {!isAsking && <Trouble error={decide.error} contact={contact} />}
      <div>
        {isOpen ? (
          <Button onPress={() => ask(true)}>
            <Trans>ITリーダーのルームを保管する</Trans>
          </Button>
        ) : (
          <Button icon="plus" isDisabled={decide.isPending} onPress={() => decide.mutate({ is_open: true })}>
            <Trans>ITリーダーのルームを作る</Trans>
          </Button>
        )}
      </div>
      <Question
        isOpen={isAsking}
        title={t`ITリーダーのルームを保管しますか？`}
        act={t`保管する`}
        keep={t`やめる`}
        busy={decide.isPending}
        onAct={close}
        onKeep={() => ask(false)}
      >
        <p className="text-pretty">
          <Trans>
            書き込めなくなります。いままでに書かれたものは、ITリーダーが読めます。もう一度作ると、続きから使えます。
          </Trans>
        </p>
        <Trouble error={decide.error} contact={contact} />
      </Question>
    </>
  );
}
