/** Who really made a room, where it was made in the name of somebody else. */
import { useLingui } from "@lingui/react/macro";

import type { Room } from "@/generated/wire";
import { fullName, nameForWhom } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";

export function MadeFor({ room: { made, people } }: { room: Room }) {
  const { t } = useLingui();
  const by = made && people[made.by];
  const whom = made && people[made.on_behalf_of];
  if (!by || !whom) return null;
  return (
    <p className="max-w-[34em] text-pretty font-name">
      <AsTyped>{t`${by.department} ${fullName(by)}さん（${nameForWhom(whom)} 代理）が作りました`}</AsTyped>
    </p>
  );
}
