/** The address of the messages that one keeps: beside the list of one's rooms. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";

import { useOpened } from "@/talk/rooms/organizations";
import { KeptMessages } from "@/talk/shelf/KeptMessages";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function FavouritesRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const screen = useKnownScreen();
  const { onlyIn } = useOpened(screen, undefined);
  const { me } = screen;
  return (
    <>
      <TabTitle says={t`お気に入りのメッセージ`} />
      <KeptMessages
        organization={onlyIn}
        me={me.account_id}
        contact={me.contact}
        onBack={() => navigate({ to: "/rooms" })}
      />
    </>
  );
}
