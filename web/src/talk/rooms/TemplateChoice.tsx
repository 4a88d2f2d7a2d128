/** What a room begins with: nothing, or the words of a meeting, a project or a section. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Choice } from "@/ui/Choice";

import type { useBeginning } from "./useBeginning";

export function TemplateChoice({ wish }: { wish: ReturnType<typeof useBeginning> }) {
  const { t } = useLingui();
  return (
    <Choice
      label={t`ひな形`}
      value={wish.chosen}
      choices={[
        { value: "blank", says: <Trans>白紙</Trans> },
        { value: "meeting", says: <Trans>会議</Trans> },
        { value: "project", says: <Trans>プロジェクト（PT）</Trans> },
        { value: "section", says: <Trans>課</Trans> },
      ]}
      onChange={wish.choose}
    />
  );
}
