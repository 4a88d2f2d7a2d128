/** In the settings, for windows without a rail: what the others see of me, and the way to say something else. */
import { Trans } from "@lingui/react/macro";
import { useState } from "react";

import type { Me } from "@/generated/wire";
import { Button } from "@/ui/Button";

import { OwnAbsencePart } from "./OwnAbsence";
import { PlaceToday } from "./PlaceToday";
import { PresenceWords } from "./PresenceMark";
import { usePresence } from "./presence";
import { SayPresence } from "./SayPresence";

export function OwnPresencePart({ me }: { me: Me }) {
  const [saying, say] = useState(false);
  const presence = usePresence(me.account_id);
  if (!presence || !me.capabilities.includes("presence.set")) return null;
  return (
    <section className="grid gap-4 border-t border-line pt-5">
      <h2 className="text-lead font-bold">
        <Trans>自分の在席状況</Trans>
      </h2>
      <p>
        <PresenceWords of={me.account_id} whole />
      </p>
      <PlaceToday presence={presence} contact={me.contact} />
      <div>
        <Button onPress={() => say(true)}>
          <Trans>在席状況を選ぶ</Trans>
        </Button>
      </div>
      <OwnAbsencePart {...{ me, presence }} />
      {saying && <SayPresence presence={presence} contact={me.contact} onClose={() => say(false)} />}
    </section>
  );
}
