/** Of which units somebody is the ITリーダー, and what that brings: it comes from a unit, not from a role (ORG-10). */
import { Trans } from "@lingui/react/macro";

import { Icon } from "@/ui/Icon";

export function Leads({ units }: { units: readonly string[] }) {
  if (units.length === 0) return null;
  return (
    <ul className="grid gap-2">
      {units.map((unit) => (
        <li key={unit} className="grid gap-1 rounded-8 border border-line p-3">
          <b>
            <Trans>はじめてのパスワードの用紙を出す</Trans>
          </b>
          <p className="flex flex-wrap items-center gap-x-2 text-small">
            <span className="inline-flex items-center gap-1 font-bold text-safe">
              <Icon name="check" size={16} />
              <Trans>できます</Trans>
            </span>
            <span className="text-soft">
              <Trans>ITリーダー（{unit}）による。その所属と下の所属の職員だけ</Trans>
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}
