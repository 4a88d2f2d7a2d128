/** At the foot of the rail: my own face with what the others see of me, and the way to say something else. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { Button as Pressable } from "react-aria-components";

import type { Me } from "@/generated/wire";
import { Face } from "@/ui/Face";
import { useNow } from "@/ui/now";

import { PresenceDot, StandingWord } from "./PresenceMark";
import { usePresence } from "./presence";
import { standingOf } from "./words";

// Most visits say nothing: it comes when it is asked for.
const SayPresence = lazy(() => import("./SayPresence").then((file) => ({ default: file.SayPresence })));

export function OwnPresence({ me }: { me: Me }) {
  const { t } = useLingui();
  const [saying, say] = useState(false);
  const presence = usePresence(me.account_id);
  const now = useNow();
  if (!me.capabilities.includes("presence.set") || me.switched_off.includes("presence")) return null;
  // It has its place before it is known, so that nothing moves for it.
  const standing = presence && standingOf(presence, now);
  return (
    <>
      <Pressable
        isDisabled={!presence}
        onPress={() => say(true)}
        className="grid min-h-11 cursor-pointer justify-items-center gap-0.5 rounded-12 pt-2 pb-1 text-small leading-140 text-firm hover:bg-hovered"
      >
        <Face
          round
          size="small"
          letters={t`私`}
          of={me.account_id}
          mark={<PresenceDot of={me.account_id} />}
        />
        <span className="sr-only">
          <Trans>自分の在席状況を選ぶ：</Trans>
        </span>
        {standing && (presence?.state === standing || standing === "absent") ? (
          <StandingWord of={standing} />
        ) : (
          <Trans>在席状況</Trans>
        )}
      </Pressable>
      <Suspense>
        {saying && presence && (
          <SayPresence presence={presence} contact={me.contact} onClose={() => say(false)} />
        )}
      </Suspense>
    </>
  );
}
