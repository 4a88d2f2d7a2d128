/** ITリーダーに頼む: who of one's own unit, or of one above it, can help where one cannot go on (ORG-10). */
import { Trans } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";

import type { NearLeader } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { api } from "@/platform/api";

/** Nothing where there is none, or where it cannot be read: whom else to ask stands beside it. */
export function NearLeaders() {
  const found = useQuery({
    queryKey: ["own leaders"],
    queryFn: ({ signal }) => api.get("/api/own-leaders", { signal }),
    staleTime: 60_000,
    retry: false,
  });
  if (!found.data || found.data.leaders.length === 0) return null;
  const { leaders, people } = found.data;
  return (
    <div className="grid gap-0.5 text-small">
      <p className="font-bold">
        <Trans>ITリーダーに頼む</Trans>
      </p>
      <ul>
        {leaders.map((leader) => {
          const person = people[leader.account_id];
          return (
            person && (
              <li key={`${leader.account_id} ${leader.unit}`}>
                <One leader={leader} name={fullName(person)} />
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function One({ leader, name }: { leader: NearLeader; name: string }) {
  const { unit, extension } = leader;
  return extension ? (
    <Trans>
      {name}さん（{unit}、内線 {extension}）
    </Trans>
  ) : (
    <Trans>
      {name}さん（{unit}）
    </Trans>
  );
}
