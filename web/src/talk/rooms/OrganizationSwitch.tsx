/** Which organization is open, and the way to another one. How many messages wait there is said before it is opened. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Menu, MenuItem, MenuTrigger, Popover } from "react-aria-components";

import type { Me, OrganizationId, RoomRow } from "@/generated/wire";
import { Badge } from "@/ui/Badge";
import { Icon } from "@/ui/Icon";

import { unreadIn } from "./organizations";

interface Props {
  organizations: Me["organizations"];
  /** Rooms of all of them: their unread messages are counted. */
  rooms: RoomRow[];
  open: OrganizationId | null;
  onChoose: (organization: OrganizationId) => void;
}

export function OrganizationSwitch({ organizations, rooms, open, onChoose }: Props) {
  const { t } = useLingui();
  const counts = unreadIn(rooms);
  const elsewhere = [...counts].reduce((sum, [id, count]) => (id === open ? sum : sum + count), 0);
  const choose = (id: unknown) => {
    const found = organizations.find((each) => each.organization_id === id);
    if (found) onChoose(found.organization_id);
  };
  return (
    <MenuTrigger>
      <Button className="flex min-h-10 w-full max-w-96 items-center gap-2 rounded-8 border border-edge px-3 py-1 text-left hover:bg-hovered coarse:min-h-11">
        <Icon name="hall" size={20} />
        <span className="min-w-0 grow font-bold leading-150">
          {organizations.find((each) => each.organization_id === open)?.name}
        </span>
        {elsewhere > 0 && (
          <span className="flex shrink-0 items-center gap-1 text-small text-firm">
            <Trans>ほかに</Trans> <Badge count={elsewhere} says={t`未読${elsewhere}件`} />
          </span>
        )}
        <span className="sr-only">
          <Trans>組織を切り替える</Trans>
        </span>
        <Icon name="unfold" size={20} />
      </Button>
      <Popover
        placement="bottom start"
        className="min-w-(--trigger-width) max-w-[min(24rem,calc(100vw-1.5rem))] overflow-y-auto rounded-8 border border-line bg-surface py-1.5 text-ink shadow-raised"
      >
        <Menu
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={open ? [open] : []}
          onAction={choose}
          className="px-1.5 outline-none"
        >
          {organizations.map(({ organization_id, name }) => (
            <Entry
              key={organization_id}
              id={organization_id}
              name={name}
              unread={counts.get(organization_id) ?? 0}
            />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Entry({ id, name, unread }: { id: OrganizationId; name: string; unread: number }) {
  const { t } = useLingui();
  return (
    <MenuItem
      id={id}
      textValue={name}
      className="flex min-h-11 cursor-pointer items-center gap-2 rounded-8 px-1.5 py-1 data-focused:bg-hovered data-selected:font-bold"
    >
      {({ isSelected }) => (
        <>
          <span className="grid size-5 shrink-0 place-items-center">
            {isSelected && <Icon name="check" size={20} />}
          </span>
          <span className="min-w-0 grow leading-150">{name}</span>
          {unread > 0 && <Badge count={unread} says={t`未読${unread}件`} />}
        </>
      )}
    </MenuItem>
  );
}
