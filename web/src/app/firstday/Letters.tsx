/** The size of letters and what Enter does, tried on a sample before it matters. */
import { Trans } from "@lingui/react/macro";

import { EnterKey, SizeOfLetters } from "@/people/preferences/Letters";
import { useChoose } from "@/people/preferences/preferences";
import { hasOwnKeyboard } from "@/ui/media";
import { usePreferences } from "@/ui/preferences";

import { Asks, Foot } from "./Foot";
import { Sample } from "./Sample";

export function Letters({ onNext }: { onNext: () => void }) {
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
      <Asks>
        {withKeys ? <Trans>文字の大きさとEnter キー</Trans> : <Trans>文字の大きさを選んでください</Trans>}
      </Asks>
      <SizeOfLetters chosen={chosen} choose={choose} />
      {withKeys && <EnterKey chosen={chosen} choose={choose} />}
      <Sample sends={chosen.enter === "send"} />
      <Foot act={<Trans>これで次へ</Trans>} onAct={goOn} onSkip={onNext} />
    </>
  );
}
