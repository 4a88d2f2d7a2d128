/** That somebody may not use Yoriai for now, beside their name where they are listed all the same. */
import { Trans } from "@lingui/react/macro";

import { Chip } from "@/ui/Chip";

export function StoppedMark() {
  return (
    <Chip>
      <Trans>停止中</Trans>
    </Chip>
  );
}
