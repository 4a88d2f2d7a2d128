/** The two choices that everybody is asked for on their first day, and finds again in the settings. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Choice } from "@/ui/Choice";
import type { Chosen } from "@/ui/preferences";

export interface Choosing {
  chosen: Chosen;
  choose: (change: Partial<Chosen>) => void;
}

export function SizeOfLetters({ chosen, choose }: Choosing) {
  const { t } = useLingui();
  return (
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
  );
}

export function EnterKey({ chosen, choose }: Choosing) {
  const { t } = useLingui();
  return (
    <Choice
      label={t`Enter キー`}
      value={chosen.enter}
      onChange={(enter) => choose({ enter })}
      choices={[
        { value: "line", says: <Trans>改行する（Ctrl+Enter で送信）</Trans> },
        { value: "send", says: <Trans>Enterで送信（Shift+Enter で改行）</Trans> },
      ]}
    />
  );
}
