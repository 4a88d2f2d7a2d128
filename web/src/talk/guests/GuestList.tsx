/** Guests firm by firm, each firm as a unit: ended together, under one sponsor (GUEST-4). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Guest } from "@/generated/wire";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";

import { EndQuestion } from "./EndQuestion";
import { GuestCard } from "./GuestCard";
import { NameSponsor } from "./NameSponsor";

interface Props {
  guests: Guest[];
  usualEnd: string;
  contact: string;
  withSponsor: boolean;
}

export function GuestList({ guests, ...rest }: Props) {
  const firms = new Map<string, Guest[]>();
  for (const guest of guests) {
    const { department: firm } = guest.person;
    firms.set(firm, [...(firms.get(firm) ?? []), guest]);
  }
  return (
    <div className="grid gap-6">
      {[...firms].map(([firm, inFirm]) => (
        <Firm key={firm} firm={firm} guests={inFirm} {...rest} />
      ))}
    </div>
  );
}

function Firm({ firm, guests, ...rest }: Props & { firm: string }) {
  const { t } = useLingui();
  const [asking, ask] = useState<"end" | "sponsor" | null>(null);
  const here = guests.filter((guest) => guest.state !== "ended").length;
  const close = () => ask(null);
  return (
    <section aria-label={firm} className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <h3 className="mr-auto font-bold">
          <AsTyped>{firm}</AsTyped>{" "}
          <span className="figures font-normal text-soft">
            <Trans>{guests.length}人</Trans>
          </span>
        </h3>
        {here > 1 && rest.withSponsor && (
          <Button small aria-label={t`「${firm}」の招待責任者を替える`} onPress={() => ask("sponsor")}>
            <Trans>まとめて招待責任者を替える</Trans>
          </Button>
        )}
        {here > 1 && (
          <Button small look="grave" aria-label={t`「${firm}」をまとめて終える`} onPress={() => ask("end")}>
            <Trans>まとめて終える</Trans>
          </Button>
        )}
      </div>
      <ul className="grid gap-2.5">
        {guests.map((guest) => (
          <GuestCard key={guest.person.account_id} guest={guest} {...rest} />
        ))}
      </ul>
      {asking === "end" && (
        <EndQuestion whom={{ firm, count: here }} contact={rest.contact} onClose={close} />
      )}
      {asking === "sponsor" && <NameSponsor whom={{ firm }} contact={rest.contact} onClose={close} />}
    </section>
  );
}
