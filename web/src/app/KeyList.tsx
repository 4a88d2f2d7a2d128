/** Every key that does something here. F1 or Ctrl+/ shows them; a single letter never acts, it would hinder writing. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useEffect, useState } from "react";

import { belongsToConversion } from "@/kit/composing";
import { Dialog, DialogBody } from "@/ui/Dialog";

export function KeyList() {
  const { t } = useLingui();
  const [shown, show] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const asks = event.key === "F1" || (event.key === "/" && (event.ctrlKey || event.metaKey));
      if (!asks || belongsToConversion(event)) return;
      event.preventDefault();
      show(true);
    };
    addEventListener("keydown", listen);
    return () => removeEventListener("keydown", listen);
  }, []);

  const keys = [
    [t`Ctrl（Mac は command）+ Enter`, t`メッセージを送る`],
    [t`Shift + Enter`, t`改行する`],
    [t`Alt + ↑、Alt + ↓`, t`前のルーム、次のルームへ移る`],
    [t`↑、↓（一覧の中）`, t`一覧の行を移る`],
    [t`Alt（Mac は option）+ L`, t`席を離れる（画面をロックする）`],
    [t`Esc`, t`開いているものを閉じる`],
    [t`F1、Ctrl + /`, t`この一覧を開く`],
  ] as const;
  return (
    <Dialog isOpen={shown} title={<Trans>キーの一覧</Trans>} onClose={() => show(false)}>
      <DialogBody>
        <dl className="grid gap-2 pb-3">
          {keys.map(([key, does]) => (
            <div key={key} className="flex flex-wrap items-baseline gap-x-4 border-b border-line pb-2">
              <dt className="w-44 font-bold">{key}</dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </DialogBody>
    </Dialog>
  );
}
