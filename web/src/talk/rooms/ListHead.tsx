/** The head of the list of rooms: what it is, a new room, and what else can be made of it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Button as Pressable } from "react-aria-components";

import { Act, ActsMenu } from "@/ui/ActsMenu";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

interface Props {
  onNewRoom: (() => void) | null;
  onNewFolder: () => void;
}

export function ListHead({ onNewRoom, onNewFolder }: Props) {
  const { t } = useLingui();
  return (
    <div className="flex flex-wrap items-center justify-between gap-2">
      <h1 className="text-title font-bold">
        <Trans>トーク</Trans>
      </h1>
      <span className="flex items-center gap-1">
        {onNewRoom && (
          <Button icon="plus" small onPress={onNewRoom}>
            <Trans>新しいルーム</Trans>
          </Button>
        )}
        <ActsMenu
          label={t`一覧のメニュー`}
          button={
            <Pressable
              aria-label={t`一覧のメニュー`}
              data-list-menu=""
              className="grid size-9 shrink-0 place-items-center rounded-8 text-firm hover:bg-hovered coarse:size-11"
            >
              <Icon name="more" size={20} />
            </Pressable>
          }
        >
          <Act icon="folder" says={t`フォルダを作る`} onAction={onNewFolder} />
        </ActsMenu>
      </span>
    </div>
  );
}
