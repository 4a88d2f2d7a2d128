/** An address that leads nowhere: it says so, and shows the way back. */
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import { Notice } from "@/ui/Notice";

export function NoScreen() {
  return (
    <main className="grid min-h-full place-items-center bg-sunken">
      <Notice
        icon="search"
        title={<Trans>この画面はありません。</Trans>}
        action={
          <Link to="/rooms" className="inline-flex min-h-11 items-center text-accent underline">
            <Trans>トークへ</Trans>
          </Link>
        }
      >
        <Trans>アドレスが変わったか、使える機能が変わりました。</Trans>
      </Notice>
    </main>
  );
}
