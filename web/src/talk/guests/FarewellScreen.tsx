/** A guest's time is over, or nobody answers for them at present: said where they would else find a door without a word. */
import { Trans } from "@lingui/react/macro";

import type { Farewell } from "@/generated/wire";
import { EntranceCard } from "@/people/sessions/SignIn";
import { Button } from "@/ui/Button";

export function FarewellScreen({ farewell, onSignIn }: { farewell: Farewell; onSignIn: () => void }) {
  const { tenant_name: body, contact, is_over: isOver } = farewell;
  return (
    <EntranceCard
      contact=""
      title={isOver ? <Trans>ゲストの利用は終わりました</Trans> : <Trans>ゲストの利用を休んでいます</Trans>}
    >
      <p role="status">
        {isOver ? (
          <Trans>
            {body}
            のルームには、もう入れません。書いたものは、ルームに残っています。知ったことの秘密は、これからも守ってください。
          </Trans>
        ) : (
          <Trans>
            {body}の招待責任者が代わるところです。次の人が決まると、同じパスワードでまた使えます。
          </Trans>
        )}
      </p>
      <p>
        <Trans>続きが必要なときは、招待した人か、{contact}へ。</Trans>
      </p>
      <Button look="quiet" wide onPress={onSignIn}>
        <Trans>ログインの画面へ</Trans>
      </Button>
    </EntranceCard>
  );
}
