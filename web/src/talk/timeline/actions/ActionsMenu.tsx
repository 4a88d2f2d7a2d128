/** All that can be done with a message, in one menu below it or where it was asked for. */
import { useLingui } from "@lingui/react/macro";
import { useRef } from "react";
import { Menu, Popover } from "react-aria-components";

import { Act } from "@/ui/ActsMenu";

import { offered } from "./ordered";
import type { Acting, OpenMenu } from "./useActing";

interface Props {
  menu: OpenMenu;
  acting: Acting;
}

export function ActionsMenu({ menu: { subject, anchor, point }, acting }: Props) {
  const { t, i18n } = useLingui();
  const here = useRef<HTMLSpanElement>(null);
  const opener = useRef(anchor);
  return (
    <>
      {point && <span ref={here} className="fixed size-0" style={{ left: point.x, top: point.y }} />}
      <Popover
        isOpen
        triggerRef={point ? here : opener}
        placement="bottom start"
        onOpenChange={(isOpen) => !isOpen && acting.close()}
        className="min-w-56 rounded-8 border border-line bg-surface py-1.5 text-ink shadow-raised"
      >
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the key that opened the menu, let go, must not open the browser's own. */}
        <div onContextMenu={(event) => event.preventDefault()}>
          <Menu
            autoFocus="first"
            aria-label={t`メッセージの操作`}
            className="outline-none"
            onClose={acting.close}
          >
            {offered(subject).map((action) => (
              <Act
                key={action.name}
                icon={action.icon}
                says={i18n._(action.says)}
                onAction={() => acting.act(action, subject)}
              />
            ))}
          </Menu>
        </div>
      </Popover>
    </>
  );
}
