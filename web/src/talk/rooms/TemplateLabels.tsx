/** Which label each template gives. A template that nothing is said of gives the usual one. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Select } from "@/ui/Select";

import type { Order } from "./labels";

interface Props {
  order: Order;
  onChange: (templates: Order["templates"]) => void;
}

type Template = keyof Order["templates"];

export function TemplateLabels({ order, onChange }: Props) {
  const says = useTemplates();
  const usual = Math.floor((order.levels.length + 1) / 2);
  const options = order.levels.map(({ name }, at) => ({ value: String(at + 1), says: name }));
  return (
    <section className="grid gap-3">
      <h3 className="text-lead font-bold">
        <Trans>ひな形が決めるラベル</Trans>
      </h3>
      <p className="text-small text-soft">
        <Trans>これから作るルームに効きます。もうあるルームは、そのままです。</Trans>
      </p>
      <div className="grid gap-3 mid:grid-cols-3">
        {says.map(([template, label]) => (
          <Select
            key={template}
            label={label}
            value={String(order.templates[template] ?? usual)}
            options={options}
            onChange={(chosen) => onChange({ ...order.templates, [template]: Number(chosen) })}
          />
        ))}
      </div>
    </section>
  );
}

function useTemplates(): readonly (readonly [Template, string])[] {
  const { t } = useLingui();
  return [
    ["section", t`課`],
    ["project", t`プロジェクト（PT）`],
    ["meeting", t`会議`],
    ["blank", t`白紙`],
    ["open", t`オープンルーム`],
    ["department", t`所属のルーム`],
    ["direct", t`1人とのトーク`],
    ["self", t`自分メモ`],
  ];
}
