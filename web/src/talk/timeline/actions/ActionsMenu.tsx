/** All that can be done with a message, in one menu below it or where it was asked for. */
import { useLingui } from "@lingui/react/macro";

import { Act } from "@/ui/ActsMenu";
import { MenuAt } from "@/ui/MenuAt";

import { offered } from "./ordered";
import type { Acting, OpenMenu } from "./useActing";

interface Props {
  menu: OpenMenu;
  acting: Acting;
}

export function ActionsMenu({ menu: { subject, ...place }, acting }: Props) {
  const { t, i18n } = useLingui();
  return (
    <MenuAt label={t`メッセージの操作`} place={place} onClose={acting.close}>
      {offered(subject).map((action) => (
        <Act
          key={action.name}
          icon={action.icon}
          says={i18n._(action.says)}
          onAction={() => acting.act(action, subject)}
        />
      ))}
    </MenuAt>
  );
}
