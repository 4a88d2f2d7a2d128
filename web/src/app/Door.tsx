/** Before everything: is this browser signed in? If not, the door is drawn and the address stays for afterwards. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Outlet } from "@tanstack/react-router";

import { useEntrance } from "@/people/sessions/entrance";
import { SignIn } from "@/people/sessions/SignIn";
import { ZoneStrip } from "@/people/zones/ZoneStrip";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Waiting";

import { whatWasBrought } from "./brought";
import { TabTitle } from "./TabTitle";

export function Door() {
  const { t } = useLingui();
  const entrance = useEntrance();
  if (!entrance.data) {
    return entrance.failureCount > 0 ? <NotReached /> : <Waiting says={t`寄合を開いています`} />;
  }
  if (entrance.data.signed_in) return <Outlet />;

  return (
    <div className="flex h-dvh flex-col">
      <TabTitle says={t`ログイン`} />
      <ZoneStrip
        zone={entrance.data.zone}
        tenantName={entrance.data.tenant?.name ?? null}
        who={null}
        onSignOut={null}
      />
      <SignIn entrance={entrance.data} brought={whatWasBrought()} />
    </div>
  );
}

/** It goes on trying by itself; the button begins anew at once. What was written lies on this device. */
function NotReached() {
  return (
    <main className="grid h-dvh place-items-center">
      <Notice
        urgent
        icon="cutOff"
        title={<Trans>通信が切れています。書いたものは残っています。</Trans>}
        action={
          <Button icon="refresh" onPress={() => location.reload()}>
            <Trans>もう一度つなぐ</Trans>
          </Button>
        }
      >
        <Trans>ネットワークにつながると、この画面から続けられます。</Trans>
      </Notice>
    </main>
  );
}
