/** The switch between one's organizations, for those who serve in several. */
import { useParams } from "@tanstack/react-router";

import type { OrganizationId } from "@/generated/wire";
import { OrganizationSwitch } from "@/talk/rooms/OrganizationSwitch";
import { useOpened } from "@/talk/rooms/organizations";

import { useKnownScreen } from "./known";

export function OpenOrganization({ onChosen }: { onChosen?: (organization: OrganizationId) => void }) {
  const screen = useKnownScreen();
  const { roomId } = useParams({ strict: false });
  const { organization, choose } = useOpened(screen, roomId);
  const { organizations, organization_id } = screen.me;
  if (organizations.length < 2) return null;
  return (
    <OrganizationSwitch
      organizations={organizations}
      rooms={screen.rooms}
      open={organization ?? organization_id}
      onChoose={(wanted) => {
        choose(wanted);
        onChosen?.(wanted);
      }}
    />
  );
}
