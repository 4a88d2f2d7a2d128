/** 「どちらを開きますか」: asked once on each device, of those who serve in several organizations. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "react-aria-components";

import type { Me, OrganizationId, RoomRow } from "@/generated/wire";
import { Badge } from "@/ui/Badge";
import { Icon } from "@/ui/Icon";
import { hasOwnKeyboard } from "@/ui/media";

import { unreadIn } from "./organizations";

interface Props {
  organizations: Me["organizations"];
  rooms: RoomRow[];
  onChoose: (organization: OrganizationId) => void;
}

export function ChooseOrganization({ organizations, rooms, onChoose }: Props) {
  const { t } = useLingui();
  const counts = unreadIn(rooms);
  const unread = (id: OrganizationId) => counts.get(id) ?? 0;
  return (
    <main className="grid min-h-0 min-w-0 grow place-items-center overflow-y-auto bg-sunken p-4">
      <div className="grid w-full max-w-[27rem] gap-4 rounded-16 border border-line bg-surface px-6 py-6 max-[20rem]:px-3">
        <h1 className="text-title font-bold">
          <Trans>どちらを開きますか</Trans>
        </h1>
        <ul className="grid gap-2">
          {organizations.map(({ organization_id, name }, place) => (
            <li key={organization_id}>
              <Button
                autoFocus={place === 0 && hasOwnKeyboard()}
                onPress={() => onChoose(organization_id)}
                className="flex min-h-14 w-full flex-wrap items-center gap-3 rounded-8 border border-edge px-4 py-2 text-left font-bold hover:bg-hovered"
              >
                <span className="max-[20rem]:hidden">
                  <Icon name="hall" size={24} />
                </span>
                <span className="min-w-[5em] flex-1">{name}</span>
                {unread(organization_id) > 0 && (
                  <Badge count={unread(organization_id)} says={t`未読${unread(organization_id)}件`} />
                )}
              </Button>
            </li>
          ))}
        </ul>
        <p className="text-small text-soft">
          <Trans>
            この端末では、次からは選んだほうが開きます。トークの一覧の上で、いつでも切り替えられます。
          </Trans>
        </p>
      </div>
    </main>
  );
}
