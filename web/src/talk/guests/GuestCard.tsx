/** One guest in a list: firm, sponsor, rooms, until when, and what can be done by whoever arranges them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Guest } from "@/generated/wire";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { CardLines } from "@/ui/CardLines";
import { Chip } from "@/ui/Chip";
import { useDates } from "@/ui/dates";

import { EndQuestion } from "./EndQuestion";
import { MoveEnd } from "./MoveEnd";
import { NameSponsor } from "./NameSponsor";

interface Props {
  guest: Guest;
  usualEnd: string;
  contact: string;
  /** Whoever arranges all guests names their sponsors, too. */
  withSponsor: boolean;
}

export function GuestCard({ guest, usualEnd, contact, withSponsor }: Props) {
  const { t } = useLingui();
  const [asking, ask] = useState<"move" | "end" | "sponsor" | null>(null);
  const name = fullName(guest.person);
  const close = () => ask(null);
  return (
    <li className="grid gap-2.5 rounded-12 border border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-name font-bold">
          <AsTyped>{name}</AsTyped>
        </span>
        <State guest={guest} />
      </div>
      <Lines guest={guest} withSponsor={withSponsor} />
      {guest.state !== "ended" && (
        <div className="flex flex-wrap gap-2">
          <Button small aria-label={t`${name}さんの期限を変える`} onPress={() => ask("move")}>
            <Trans>期限を変える</Trans>
          </Button>
          {withSponsor && (
            <Button small aria-label={t`${name}さんの招待責任者を替える`} onPress={() => ask("sponsor")}>
              <Trans>招待責任者を替える</Trans>
            </Button>
          )}
          <Button small look="grave" aria-label={t`${name}さんの利用を終える`} onPress={() => ask("end")}>
            <Trans>利用を終える</Trans>
          </Button>
        </div>
      )}
      {asking === "move" && <MoveEnd {...{ guest, usualEnd, contact }} onClose={close} />}
      {asking === "sponsor" && <NameSponsor whom={guest} contact={contact} onClose={close} />}
      {asking === "end" && <EndQuestion whom={guest} contact={contact} onClose={close} />}
    </li>
  );
}

function State({ guest: { state, days_left: left } }: { guest: Guest }) {
  if (state === "ended") {
    return (
      <Chip>
        <Trans>終わりました</Trans>
      </Chip>
    );
  }
  if (state === "frozen") {
    return (
      <Chip look="guest">
        <Trans>休止（招待責任者がいません）</Trans>
      </Chip>
    );
  }
  if (state === "consenting") {
    return (
      <Chip>
        <Trans>同意を待っています</Trans>
      </Chip>
    );
  }
  if (left !== null && left <= SOON) {
    return (
      <Chip look="guest">
        <Trans>あと{left}日</Trans>
      </Chip>
    );
  }
  return (
    <Chip look="safe">
      <Trans>利用中</Trans>
    </Chip>
  );
}

const SOON = 14;

function Lines({ guest, withSponsor }: { guest: Guest; withSponsor: boolean }) {
  const { t } = useLingui();
  const { longDay } = useDates();
  const { person, email, sponsor, ends_on, rooms } = guest;
  const lines: [string, string][] = [
    [t`会社・団体`, person.department],
    [t`メール`, email],
    [t`いつまで`, ends_on ? longDay(fromIso(ends_on)) : t`決まっていません`],
    [t`ルーム`, rooms.map((room) => room.name).join("、") || t`ありません`],
  ];
  if (withSponsor) lines.push([t`招待責任者`, `${sponsor.department}　${fullName(sponsor)}`]);
  return <CardLines lines={lines} />;
}
