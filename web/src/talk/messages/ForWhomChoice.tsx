/** Beside 送信, for those who speak for a unit: in whose name this message goes. */
import { useLingui } from "@lingui/react/macro";

import type { AccountId, OwnDepartmentAccount } from "@/generated/wire";
import { Select } from "@/ui/Select";

interface Props {
  accounts: readonly OwnDepartmentAccount[];
  chosen: AccountId | null;
  choose: (account: AccountId | null) => void;
}

export function ForWhomChoice({ accounts, chosen, choose }: Props) {
  const { t } = useLingui();
  const named = accounts.map(({ account_id, name }) => ({ value: account_id, says: t`${name}として書く` }));
  return (
    <Select
      small
      label={t`だれとして書くか`}
      value={chosen ?? ""}
      options={[{ value: "", says: t`自分として書く` }, ...named]}
      // The list holds ids of accounts alone.
      onChange={(next) => choose(next ? (next as AccountId) : null)}
    />
  );
}
