/** Saying whether one can be reached, and until when. The same act takes it back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";

import type { Presence } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { api } from "@/platform/api";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { useNow } from "@/ui/now";

import { NotSaid } from "./NotSaid";
import { PlaceToday } from "./PlaceToday";
import { hearPresences } from "./presence";

type State = NonNullable<Presence["state"]> | "none";
type Until = "open" | "half" | "hour" | "evening";

interface Props {
  presence: Presence;
  contact: string;
  onClose: () => void;
}

export function SayPresence({ presence, contact, onClose }: Props) {
  const { t } = useLingui();
  const now = useNow();
  const [state, setState] = useState<State>(presence.state ?? "none");
  const [until, setUntil] = useState<Until>("open");
  const say = useSay();
  const evening = eveningOf(now);
  const send = () => {
    const said = state === "none" ? null : state;
    const at = said && until !== "open" ? momentOf(until, now, evening) : null;
    say.mutate({ ...presence, state: said, until: at?.toISOString() ?? null }, { onSuccess: onClose });
  };
  return (
    <Dialog isOpen title={<Trans>自分の在席状況</Trans>} onClose={onClose}>
      <DialogBody>
        <PlaceToday presence={presence} contact={contact} />
        <p className="text-small text-firm">
          <Trans>同じ団体の職員に見えます。何も選ばないときは、最後に使ってからの目安だけが見えます。</Trans>
        </p>
        <Choice
          label={t`いまの状況`}
          value={state}
          onChange={setState}
          choices={[
            { value: "none", says: <Trans>選ばない（目安だけ）</Trans> },
            { value: "present", says: <Trans>在席</Trans> },
            { value: "meeting", says: <Trans>会議中</Trans> },
            { value: "out", says: <Trans>外出中</Trans> },
            { value: "leave", says: <Trans>休暇</Trans> },
          ]}
        />
        {state !== "none" && (
          <Choice
            label={t`いつまで`}
            value={until}
            onChange={setUntil}
            choices={[
              { value: "open", says: <Trans>決めない</Trans> },
              { value: "half", says: <Trans>30分後（{bubbleTime(momentOf("half", now, evening))}）</Trans> },
              { value: "hour", says: <Trans>1時間後（{bubbleTime(momentOf("hour", now, evening))}）</Trans> },
              ...(evening > now ? [{ value: "evening" as const, says: <Trans>17:15まで</Trans> }] : []),
            ]}
          />
        )}
        <NotSaid error={say.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        <Button look="first" isDisabled={say.isPending} onPress={send}>
          <Trans>この状況にする</Trans>
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/** Nobody else's page is asked to believe it before the server has: one's own is told by the answer. */
function useSay() {
  return useMutation({
    mutationFn: async (said: Presence): Promise<Presence> => {
      await api.put("/api/presence", { body: { state: said.state, until: said.until } });
      return said;
    },
    onSuccess: (said) => hearPresences([said]),
  });
}

function momentOf(until: Exclude<Until, "open">, now: Date, evening: Date): Date {
  if (until === "evening") return evening;
  return new Date(+now + (until === "half" ? 30 : 60) * 60_000);
}

/** 17:15 today in Japan, when most offices close. */
function eveningOf(now: Date): Date {
  const day = new Date(+now + 9 * 3_600_000).toISOString().slice(0, 10);
  return new Date(`${day}T17:15:00+09:00`);
}
