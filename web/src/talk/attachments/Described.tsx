/** What is to be seen in a picture, for those who do not see it: asked for kindly, and never in the way. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type KeyboardEvent, useState } from "react";

import { belongsToConversion } from "@/kit/composing";
import { graphemeCount } from "@/kit/graphemes";
import type { Brought } from "@/people/files/brought";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";

import { isShort, MOST_DESCRIBED } from "./lengths";

interface Props {
  file: Pick<Brought, "key" | "name" | "about">;
  onDescribe: (key: string, about: string) => void;
  onDescribed: () => void;
}

export function Described({ file: { key, name, about }, onDescribe, onDescribed }: Props) {
  const { t } = useLingui();
  const [isOpen, open] = useState(false);
  const over = isShort(about) ? 0 : graphemeCount(about) - MOST_DESCRIBED;
  const end = (event: KeyboardEvent) => {
    if (belongsToConversion(event.nativeEvent) || !["Enter", "Escape"].includes(event.key)) return;
    // Enter would send the message, and Esc would close what stands around it.
    event.preventDefault();
    event.stopPropagation();
    open(over > 0);
    onDescribed();
  };
  if (isOpen || over > 0) {
    return (
      // The field is gone with its own keys: react-aria would stop them before anybody else hears them.
      <div onKeyDownCapture={end} className="w-full py-1 pr-2.5">
        <Field
          label={t`${name} の説明`}
          hint={
            <Trans>写っているものを短く。見えない人に、読み上げで伝わります。なくてもかまいません。</Trans>
          }
          error={over > 0 && t`${MOST_DESCRIBED}文字までです。${over}文字減らしてください。`}
          value={about}
          autoFocus
          enterKeyHint="done"
          onChange={(next) => onDescribe(key, next)}
          onBlur={() => open(false)}
        />
      </div>
    );
  }
  return (
    <div className="flex w-full flex-wrap items-center gap-x-2">
      {about && (
        <p className="min-w-0 text-small wrap-anywhere">
          <AsTyped>{about}</AsTyped>
        </p>
      )}
      <Button
        small
        look="quiet"
        icon="pencil"
        aria-label={about ? t`${name} の説明を直す` : t`${name} に説明を付ける`}
        onPress={() => open(true)}
      >
        {about ? <Trans>説明を直す</Trans> : <Trans>説明を付ける</Trans>}
      </Button>
    </div>
  );
}
