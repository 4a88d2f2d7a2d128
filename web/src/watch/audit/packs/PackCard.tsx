/** One pack: which days, why, how far it is, until when it is there. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AuditPack } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { CardLines } from "@/ui/CardLines";
import { Chip, type ChipLook } from "@/ui/Chip";
import { useDates } from "@/ui/dates";
import { Question } from "@/ui/Question";

import { usePackAct } from "./packs";

const looks: Partial<Record<AuditPack["state"], ChipLook>> = { waiting: "guest", ready: "outside" };
const megabyte = 1_000_000;

interface Props {
  pack: AuditPack;
  contact: string;
}

export function PackCard({ pack, contact }: Props) {
  const { t } = useLingui();
  const { longDay } = useDates();
  const day = (written: string) => longDay(fromIso(written));
  const days = t`${day(pack.first)}から${day(pack.last)}まで`;
  const states = {
    waiting: t`作っています`,
    ready: t`できました`,
    failed: t`作れませんでした`,
    gone: t`消えました`,
  };
  return (
    <li className="grid gap-2.5 rounded-12 border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-bold">{days}</span>
        <Chip look={looks[pack.state] ?? "plain"}>{states[pack.state]}</Chip>
      </div>
      <Lines pack={pack} />
      {(pack.state === "waiting" || pack.state === "ready") && <Acts {...{ pack, contact, days }} />}
    </li>
  );
}

function Lines({ pack }: { pack: AuditPack }) {
  const { t } = useLingui();
  const { documentTime } = useDates();
  const { state, step, steps } = pack;
  const time = (at: string) => documentTime(at, false);
  const size = Math.max(pack.size / megabyte, 0.1).toFixed(1);
  return (
    <CardLines
      lines={[
        [t`理由`, pack.reason],
        [t`頼んだ日時`, time(pack.asked_at)],
        [
          t`進み`,
          state !== "waiting" ? "" : steps === 0 ? t`順番を待っています` : t`${steps}のうち${step}まで`,
        ],
        [t`中身`, state === "ready" ? t`記録 ${pack.entries.toLocaleString("ja-JP")}件、${size} MB` : ""],
        [t`期限`, state === "ready" ? t`${time(pack.ends_at)} まで` : ""],
        [t`要約（SHA-256）`, pack.digest],
        [t`ダウンロード`, pack.taken > 0 ? t`${pack.taken}回` : ""],
      ]}
    />
  );
}

function Acts({ pack, contact, days }: Props & { days: string }) {
  const { t } = useLingui();
  const does = usePackAct();
  const [isAsking, ask] = useState(false);
  return (
    <>
      <Trouble error={does.error} contact={contact} />
      <div className="flex flex-wrap gap-2">
        {pack.state === "ready" && (
          <Button
            small
            look="first"
            icon="down"
            isDisabled={does.isPending}
            aria-label={t`${days}の監査パックをダウンロードする`}
            onPress={() => does.mutate({ act: "take", pack: pack.pack_id })}
          >
            <Trans>ダウンロードする</Trans>
          </Button>
        )}
        <Button small aria-label={t`${days}の監査パックを捨てる`} onPress={() => ask(true)}>
          <Trans>捨てる</Trans>
        </Button>
      </div>
      <Question
        isOpen={isAsking}
        title={t`${days}の監査パックを捨てますか`}
        act={t`捨てる`}
        keep={t`やめる`}
        busy={does.isPending}
        onAct={() => does.mutate({ act: "throw away", pack: pack.pack_id }, { onSettled: () => ask(false) })}
        onKeep={() => ask(false)}
      >
        <p className="text-pretty">
          <Trans>ファイルは、すぐに消えます。要るときは、もう一度作れます。</Trans>
        </p>
      </Question>
    </>
  );
}
