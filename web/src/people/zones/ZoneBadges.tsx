/** From which sides somebody has lately used Yoriai, in words beside their name (ZONE-2). */
import { Trans } from "@lingui/react/macro";

import type { Zone } from "@/generated/wire";
import { Icon } from "@/ui/Icon";

export function ZoneBadges({ zones }: { zones: readonly Zone[] }) {
  return zones.map((zone) => (
    <span key={zone} className="inline-flex items-center gap-0.5 whitespace-nowrap">
      <Icon name={zone === "lgwan" ? "lock" : "globe"} size={14} />
      {zone === "lgwan" ? "LGWAN" : <Trans>インターネット</Trans>}
    </span>
  ));
}
