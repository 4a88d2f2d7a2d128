/** What stands where a list would stand when it could not be read: what it is, one button, and whom to ask. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Button } from "./Button";
import { Notice } from "./Notice";

interface Props {
  title: ReactNode;
  /** Whom to ask; empty before anybody has said so. */
  contact: string;
  onAgain: () => void;
}

export function NotRead({ title, contact, onAgain }: Props) {
  return (
    <Notice
      urgent
      icon="alert"
      title={title}
      action={
        <Button icon="refresh" onPress={onAgain}>
          <Trans>もう一度読み込む</Trans>
        </Button>
      }
    >
      {contact !== "" && <Trans>続くときは{contact}へ。</Trans>}
    </Notice>
  );
}
