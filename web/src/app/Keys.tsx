/** The list of keys as a dialog. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Dialog, DialogBody } from "@/ui/Dialog";

export function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const keys = [
    [t`Ctrl（Mac は command）+ Enter`, t`メッセージを送る`],
    [t`Shift + Enter`, t`改行する`],
    [t`Alt + ↑、Alt + ↓`, t`前のルーム、次のルームへ移る`],
    [t`Alt + 1、2、3`, t`横に並べたルームへ、左から移る`],
    [t`↑、↓（一覧の中）`, t`一覧の行を移る`],
    [t`↑（何も書いていないとき）`, t`いちばん新しい自分のメッセージを編集する`],
    [t`↑、↓（メッセージの並び）`, t`前のメッセージ、次のメッセージへ移る`],
    [t`Enter、メニューキー、Shift + F10（メッセージの上）`, t`メッセージの操作を開く`],
    [t`Ctrl（Mac は command）+ P`, t`開いているルームや表を、紙の形で見て印刷する`],
    [t`Alt（Mac は option）+ L`, t`席を離れる（画面をロックする）`],
    [t`Esc`, t`開いているものを閉じる`],
    [t`F1、Ctrl + /`, t`この一覧を開く`],
  ] as const;
  return (
    <Dialog isOpen title={<Trans>キーの一覧</Trans>} onClose={onClose}>
      <DialogBody>
        <dl className="grid gap-2 pb-3">
          {keys.map(([key, does]) => (
            <div key={key} className="flex flex-wrap items-baseline gap-x-4 border-b border-line pb-2">
              <dt className="w-full mid:w-60 font-bold">{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
