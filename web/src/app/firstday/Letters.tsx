/** The size of letters and what Enter does, tried on a sample before it matters. */
import { Trans, useLingui } from "@lingui/react/macro";

import { useChoose } from "@/people/preferences/preferences";
import { Choice } from "@/ui/Choice";
import { hasOwnKeyboard } from "@/ui/media";
import { usePreferences } from "@/ui/preferences";

import { Asks, Foot } from "./Foot";
import { Sample } from "./Sample";

export function Letters({ onNext }: { onNext: () => void }) {
  const { t } = useLingui();
  const chosen = usePreferences();
  const { mutate: choose } = useChoose();
  const withKeys = hasOwnKeyboard();
  // Whoever has been asked here is not asked again on the first screen.
  const goOn = () => {
    choose({ asked: true });
    onNext();
  };
  return (
    <>
      <Asks>{withKeys ? <Trans>文字の大きさとEnterキー</Trans> : <Trans>文字の大きさ</Trans>}</Asks>
      <Choice
        label={t`文字の大きさ`}
        value={chosen.letters}
        onChange={(letters) => choose({ letters })}
        choices={[
          { value: "16", says: <Trans>標準</Trans> },
          { value: "18", says: <Trans>大きい</Trans> },
          { value: "20", says: <Trans>もっと大きい</Trans> },
        ]}
      />
      {withKeys && (
        <Choice
          label={t`Enterキーを押すと`}
          value={chosen.enter}
          onChange={(enter) => choose({ enter })}
          choices={[
            { value: "line", says: <Trans>改行する（Ctrl+Enterで送信）</Trans> },
            { value: "send", says: <Trans>送信する（Shift+Enterで改行）</Trans> },
          ]}
        />
      )}
      <Sample sends={chosen.enter === "send"} />
      <Foot act={<Trans>これで次へ</Trans>} onAct={goOn} onSkip={onNext} />
    </>
  );
}
