/** Where somebody acts for others: for whom the room is made. Nobody else is asked. */
import { useLingui } from "@lingui/react/macro";

import type { AccountId } from "@/generated/wire";
import { nameForWhom } from "@/kit/names";
import { useDelegates } from "@/people/accounts/delegates/delegates";
import { Select } from "@/ui/Select";

interface Props {
  value: AccountId | null;
  onChange: (principal: AccountId | null) => void;
}

export function ForWhom({ value, onChange }: Props) {
  const { t } = useLingui();
  const { data } = useDelegates();
  if (!data || data.principals.length === 0) return null;
  const others = data.principals.flatMap(({ principal_id }) => {
    const person = data.people[principal_id];
    return person ? [{ value: principal_id, says: t`${nameForWhom(person)}の代わりに作る` }] : [];
  });
  return (
    <Select
      label={t`だれとして作りますか`}
      value={value ?? ""}
      options={[{ value: "", says: t`自分として作る` }, ...others]}
      // The list holds ids of principals alone.
      onChange={(next) => onChange(next ? (next as AccountId) : null)}
    />
  );
}
