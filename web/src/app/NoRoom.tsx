/** Beside the list when no room is open; on phones the list itself fills the window. */
import { Trans } from "@lingui/react/macro";

import { Notice } from "@/ui/Notice";

export function NoRoom() {
  return (
    <main className="hidden min-w-0 grow place-items-center bg-sunken mid:grid">
      <Notice icon="talk" title={<Trans>左の一覧から、ルームを選んでください。</Trans>} />
    </main>
  );
}
