/** One rule: by role and by kind of client. Under a cell of a network stands what it comes to. */
import { Trans, useLingui } from "@lingui/react/macro";

import { Select } from "@/ui/Select";

import {
  asTakes,
  type ByRole,
  type Client,
  clients,
  effective,
  type FileRules,
  type Role,
  roles,
  type Side,
  takes,
  withCell,
} from "./effective";
import { clientWords, roleWords, takesWords } from "./words";

interface Props {
  of: "organization" | Side;
  rules: FileRules;
  onChange: (rows: ByRole) => void;
}

export function RoleCells({ of, rules, onChange }: Props) {
  const { i18n } = useLingui();
  const rows = of === "organization" ? rules.organization : rules.networks[of];
  const options = takes.map((each) => ({ value: each, says: i18n._(takesWords[each]) }));
  return roles.map((role) => (
    <fieldset key={role} className="min-w-0">
      <legend className="pb-1.5 font-bold">{i18n._(roleWords[role])}</legend>
      <div className="grid gap-3 mid:grid-cols-2">
        {clients.map((client) => (
          <div key={client} className="grid content-start gap-1 text-small">
            <Select
              label={i18n._(clientWords[client])}
              value={rows[role][client]}
              options={options}
              onChange={(chosen) => onChange(withCell(rows, role, client, asTakes(chosen)))}
            />
            {of !== "organization" && <ComesTo {...{ rules, role, client }} side={of} />}
          </div>
        ))}
      </div>
    </fieldset>
  ));
}

interface ComesToProps {
  rules: FileRules;
  side: Side;
  role: Role;
  client: Client;
}

function ComesTo({ rules, side, role, client }: ComesToProps) {
  const { i18n } = useLingui();
  const found = effective(rules, side, role, client);
  const words = i18n._(takesWords[found.takes]);
  return (
    <p className="text-soft">
      {found.takes === "all" ? (
        <Trans>実際に送れるもの：{words}</Trans>
      ) : found.rule === "network" ? (
        <Trans>実際に送れるもの：{words}（このネットワークの決まりによる）</Trans>
      ) : (
        <Trans>実際に送れるもの：{words}（団体の決まりによる）</Trans>
      )}
    </p>
  );
}
