/** The first day of a person, after the password: three screens, each of which may be left out. Then れんしゅう. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";

import type { Entrance, Oneself as Known } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { STEPS, Step } from "@/people/sessions/Step";
import { useBeWelcome, useOneself } from "@/people/sessions/welcome";
import { ZoneStrip } from "@/people/zones/ZoneStrip";
import { useOpenPractice } from "@/talk/practice/practice";
import { useOpenNotes } from "@/talk/rooms/kinds";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { Calls } from "./firstday/Calls";
import { Letters } from "./firstday/Letters";
import { Oneself } from "./firstday/Oneself";
import { TabTitle } from "./TabTitle";

export function FirstDay({ entrance }: { entrance: Entrance }) {
  const { t } = useLingui();
  const oneself = useOneself();
  const person = oneself.data?.person;
  return (
    <div className="flex h-dvh flex-col">
      <TabTitle says={t`はじめの準備`} />
      <ZoneStrip
        zone={entrance.zone}
        tenantName={person?.tenant_name ?? entrance.tenant?.name ?? null}
        who={person ? fullName(person) : null}
        onSignOut={null}
      />
      <main className="min-h-0 grow overflow-y-auto bg-sunken p-4">
        {oneself.isPending && <Waiting says={t`読み込んでいます`} />}
        {oneself.isError && (
          <NotRead
            title={<Trans>お名前と所属を読み込めませんでした。</Trans>}
            contact={entrance.contact}
            onAgain={() => void oneself.refetch()}
          />
        )}
        {oneself.data && <Screens oneself={oneself.data} />}
      </main>
    </div>
  );
}

function Screens({ oneself }: { oneself: Known }) {
  const [at, go] = useState(2);
  const { begin, isBusy, hasFailed } = useBegin();
  return (
    <div
      key={at}
      className="mx-auto grid max-w-[34rem] gap-5 rounded-16 border border-line bg-surface px-5 py-6 mid:mt-8 mid:px-8"
    >
      <Step at={at} />
      {at === 2 && <Oneself oneself={oneself} onNext={() => go(3)} />}
      {at === 3 && <Letters onNext={() => go(STEPS)} />}
      {at === STEPS && <Calls busy={isBusy} onNext={begin} />}
      {hasFailed && (
        <p role="alert" className="text-danger">
          <Trans>通信が切れています。つながってから、もう一度押してください。</Trans>
        </p>
      )}
    </div>
  );
}

/**
 * One's own notes are there from the first day. The room to practise in is the first that is seen, with the helper's
 * greeting in it; without either the day goes on.
 */
function useBegin() {
  const notes = useOpenNotes();
  const practice = useOpenPractice();
  const finish = useBeWelcome();
  const navigate = useNavigate();
  const open = () =>
    practice.mutate(undefined, {
      onSuccess: ({ room_id: roomId }) => navigate({ to: "/rooms/$roomId", params: { roomId } }),
      onSettled: () => finish.mutate(),
    });
  return {
    begin: () => notes.mutate(undefined, { onSettled: open }),
    isBusy: notes.isPending || practice.isPending || finish.isPending,
    hasFailed: finish.isError,
  };
}
