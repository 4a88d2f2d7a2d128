/** 所属アカウント, wherever the name of one stands: whoever writes to it writes to a unit. */
import { Trans } from "@lingui/react/macro";

import type { Person } from "@/generated/wire";
import { Chip } from "@/ui/Chip";

export function UnitMark({ person }: { person: Pick<Person, "kind"> | undefined }) {
  if (person?.kind !== "department") return null;
  return (
    <Chip>
      <Trans>所属アカウント</Trans>
    </Chip>
  );
}
