/** From one picture to the one before or after it. */
import { useLingui } from "@lingui/react/macro";

import { IconButton } from "@/ui/IconButton";

interface Props {
  at: number;
  of: number;
  onTurn: (by: number) => void;
}

export function Turns({ at, of, onTurn }: Props) {
  const { t } = useLingui();
  if (of < 2) return null;
  return (
    <div className="flex items-center justify-center gap-6 border-t border-line py-1.5">
      <IconButton icon="back" label={t`前の画像`} isDisabled={at === 0} onPress={() => onTurn(-1)} />
      <IconButton icon="forward" label={t`次の画像`} isDisabled={at === of - 1} onPress={() => onTurn(1)} />
    </div>
  );
}
