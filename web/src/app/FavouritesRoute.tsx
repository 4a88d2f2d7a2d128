/** The address of the messages that one keeps: beside the list of one's rooms. */
import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";

import { KeptMessages } from "@/talk/shelf/KeptMessages";

import { useKnownScreen } from "./known";
import { TabTitle } from "./TabTitle";

export function FavouritesRoute() {
  const { t } = useLingui();
  const navigate = useNavigate();
  const { me } = useKnownScreen();
  return (
    <>
      <TabTitle says={t`お気に入りのメッセージ`} />
      <KeptMessages me={me.account_id} contact={me.contact} onBack={() => navigate({ to: "/rooms" })} />
    </>
  );
}
