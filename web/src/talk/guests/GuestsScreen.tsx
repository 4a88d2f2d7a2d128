/** 管理 › ゲスト: everybody from outside who is in some room, or is invited into one. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Invited } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { Dialog } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { GuestList } from "./GuestList";
import { useGuests } from "./guests";
import { Handed } from "./Handed";
import { InvitationRows } from "./InvitationRows";

export function GuestsScreen({ contact }: { contact: string }) {
  const { t } = useLingui();
  const [whose, choose] = useState<"all" | "ended">("all");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>ゲスト</Trans>
        </h2>
        <p>
          <Trans>
            招待されたルームだけを見る、業者やアドバイザー、協議会などの人です。職員の人数には入りません。招待は、ルームのメンバーの画面からします。
          </Trans>
        </p>
        <Choice
          label={t`見る人`}
          value={whose}
          onChange={choose}
          choices={[
            { value: "all", says: <Trans>いまのゲスト</Trans> },
            { value: "ended", says: <Trans>終わったゲスト</Trans> },
          ]}
        />
        <Listed key={whose} whose={whose} contact={contact} withSponsor />
      </div>
    </main>
  );
}

interface ListedProps {
  whose: "mine" | "all" | "ended";
  contact: string;
  withSponsor: boolean;
}

export function Listed({ whose, contact, withSponsor }: ListedProps) {
  const { t } = useLingui();
  const found = useGuests(whose);
  const [handed, hand] = useState<Invited | null>(null);
  if (found.isPending) return <Waiting says={t`ゲストを読み込んでいます`} />;
  if (found.isError) {
    return (
      <NotRead
        title={<Trans>ゲストを読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => void found.refetch()}
      />
    );
  }
  const { pages } = found.data;
  const guests = pages.flatMap((page) => page.guests);
  const invitations = pages.flatMap((page) => page.invitations);
  return (
    <div className="grid gap-6">
      {guests.length === 0 && invitations.length === 0 && (
        <Notice icon="people" title={<Trans>ゲストはいません。</Trans>} />
      )}
      <GuestList guests={guests} usualEnd={pages[0]?.usual_end ?? ""} {...{ contact, withSponsor }} />
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
      <InvitationRows {...{ invitations, contact }} withRoom onHanded={hand} />
      {handed && (
        <Dialog isOpen wide title={t`招待の出し直し`} onClose={() => hand(null)}>
          <Handed
            room={invitations[0]?.room ?? ""}
            invited={handed}
            onBack={() => hand(null)}
            onClose={() => hand(null)}
          />
        </Dialog>
      )}
    </div>
  );
}
