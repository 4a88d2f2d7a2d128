/** What stands where a list would stand when it could not be read: what it is, one button, and whom to ask. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Button } from "./Button";
import type { IconName } from "./Icon";
import { Notice } from "./Notice";

interface Props {
  title: ReactNode;
  contact: string;
  icon?: IconName;
  onAgain: () => void;
}

export function NotRead({ title, contact, icon, onAgain }: Props) {
  return (
    <Notice
      urgent
      {...(icon && { icon })}
      title={title}
      action={
        <Button small icon="refresh" onPress={onAgain}>
          <Trans>もう一度読み込む</Trans>
        </Button>
      }
    >
      <Trans>続くときは{contact}へ。</Trans>
    </Notice>
  );
}
