/** What a folder is called, by whoever makes or renames it. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Field } from "@/ui/Field";

interface Props {
  label: string;
  autoFocus?: boolean;
  value: string;
  onChange: (name: string) => void;
  /** It was to be saved without a name. */
  isMissing: boolean;
}

export function FolderNameField({ isMissing, ...field }: Props) {
  const { t } = useLingui();
  return (
    <Field
      {...field}
      isRequired
      hint={<Trans>30文字まで。自分だけに見えます。</Trans>}
      error={isMissing && t`フォルダの名前を入れてください。`}
    />
  );
}
