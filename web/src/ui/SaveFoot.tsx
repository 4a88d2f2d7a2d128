/** The foot of whatever is written first and saved when asked for: on a screen, and in a dialog. */
import { Trans } from "@lingui/react/macro";

import { Button } from "./Button";
import { DialogFoot } from "./Dialog";

interface Props {
  /** Whether nothing differs from what is kept. */
  isSame: boolean;
  isPending: boolean;
  /** Whether the last saving went well. */
  isSaved: boolean;
  onSave: () => void;
  onRevert: () => void;
}

export function SaveFoot({ isSame, isPending, isSaved, onSave, onRevert }: Props) {
  return (
    <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
      <Button look="first" isDisabled={isSame || isPending} onPress={onSave}>
        <Trans>保存する</Trans>
      </Button>
      {!isSame && (
        <Button onPress={onRevert}>
          <Trans>元に戻す</Trans>
        </Button>
      )}
      <p role="status" className="text-small">
        {isSaved && isSame && <Trans>保存しました。</Trans>}
      </p>
    </div>
  );
}

interface InDialog {
  isPending: boolean;
  onSave: () => void;
  onClose: () => void;
}

export function DialogSaveFoot({ isPending, onSave, onClose }: InDialog) {
  return (
    <DialogFoot>
      <Button onPress={onClose}>
        <Trans>やめる</Trans>
      </Button>
      <Button look="first" isDisabled={isPending} onPress={onSave}>
        <Trans>保存する</Trans>
      </Button>
    </DialogFoot>
  );
}
