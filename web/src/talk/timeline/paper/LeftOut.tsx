/** At the end of a print: what is not in it, so that nobody takes it for more than it is. */
import { Trans } from "@lingui/react/macro";

import type { Printed } from "./paper";

export function LeftOut({ printed: { messages, withdrawn, seesAll, isInside } }: { printed: Printed }) {
  const edited = messages.filter((message) => message.edited_at !== null).length;
  return (
    <section className="room-left-out">
      <h3>
        <Trans>この印刷に含まれないもの</Trans>
      </h3>
      <ul>
        <li>
          <Trans>〔取り消されました〕 {withdrawn}件</Trans>
        </li>
        {edited > 0 && (
          <li>
            <Trans>編集する前の言葉（編集済みの{edited}件は、いまの言葉で載せています）</Trans>
          </li>
        )}
        {!isInside && (
          <li>
            <Trans>返信のやり取りの中と、リアクション（参加すると印刷できます）</Trans>
          </li>
        )}
        {!seesAll && (
          <li>
            <Trans>印刷した人が読めるようになる前のメッセージ</Trans>
          </li>
        )}
        <li>
          <Trans>期間の外のメッセージと、下書き、予約送信、まだ送られていないメッセージ</Trans>
        </li>
        <li>
          <Trans>だれが読んだか（既読）と、だれがリアクションを付けたか</Trans>
        </li>
        <li>
          <Trans>参加・退出や、ルームの設定の変更の知らせ</Trans>
        </li>
      </ul>
    </section>
  );
}
