/** Where whole files may be saved: by side and by kind of client. */
import { useLingui } from "@lingui/react/macro";

import { Select } from "@/ui/Select";

import { clients, type FileRules, sides } from "./effective";
import { clientWords, sideWords } from "./words";

interface Props {
  saving: FileRules["saving"];
  onChange: (saving: FileRules["saving"]) => void;
}

export function SavingCells({ saving, onChange }: Props) {
  const { i18n, t } = useLingui();
  const options = [
    { value: "yes", says: t`保存できる` },
    { value: "no", says: t`見るだけ` },
  ];
  return sides.map((side) => (
    <fieldset key={side} className="min-w-0">
      <legend className="pb-1.5 font-bold">{i18n._(sideWords[side])}</legend>
      <div className="grid gap-3 text-small mid:grid-cols-2">
        {clients.map((client) => (
          <Select
            key={client}
            label={i18n._(clientWords[client])}
            value={saving[side][client] ? "yes" : "no"}
            options={options}
            onChange={(chosen) =>
              onChange({ ...saving, [side]: { ...saving[side], [client]: chosen === "yes" } })
            }
          />
        ))}
      </div>
    </fieldset>
  ));
}
