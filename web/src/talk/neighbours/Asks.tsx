/** ほかの団体の人: who asks for a talk, with yes, no and block, and whom one has asked oneself. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { type RefObject, useRef } from "react";

import type { NeighbourAsk, RoomId } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { BesideList } from "@/ui/BesideList";
import { useDates } from "@/ui/dates";
import { Found } from "@/ui/Found";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";

import { Answering } from "./Answering";
import { useAsks } from "./asking";
import { Sent } from "./Sent";
import { Towards, Words } from "./Towards";

interface Props {
  contact: string;
  onBack: (() => void) | null;
  onTalk: (room: RoomId) => void;
}

export function Asks({ contact, onBack, onTalk }: Props) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const found = useAsks();
  return (
    <BesideList title={<Trans>ほかの団体の人</Trans>} heading={heading} onBack={onBack}>
      <Found
        of={found}
        waiting={t`届いた「話したい」を読み込んでいます`}
        notRead={<Trans>届いた「話したい」を読み込めませんでした。</Trans>}
        contact={contact}
      >
        {({ pages }) => (
          <ToAnswer asks={pages.flatMap((page) => page.asks)} {...{ contact, onTalk, heading }} />
        )}
      </Found>
      <Sent contact={contact} heading={heading} />
    </BesideList>
  );
}

interface ToAnswerProps {
  asks: NeighbourAsk[];
  contact: string;
  onTalk: (room: RoomId) => void;
  heading: RefObject<HTMLHeadingElement | null>;
}

function ToAnswer({ asks, contact, onTalk, heading }: ToAnswerProps) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const today = dayInJapan(useNow());
  if (asks.length === 0) return <Nobody />;
  return (
    <>
      <p className="text-pretty text-small text-firm">
        <Trans>
          「話す」を押すと、二人だけのトークが始まります。「断る」と「ブロックする」は、相手に伝わりません。相手の画面は返事待ちのままです。
        </Trans>
      </p>
      <ul aria-label={t`届いた「話したい」`} className="grid gap-3">
        {asks.map((ask) => {
          const day = dayLine(dayInJapan(new Date(ask.lapses_at)), today);
          return (
            <Towards key={ask.ask_id} person={ask.person}>
              <Words words={ask.words} />
              <p className="figures text-small text-soft">
                <Trans>{day}まで返事ができます</Trans>
              </p>
              <Answering ask={ask} contact={contact} onTalk={onTalk} heading={heading} />
            </Towards>
          );
        })}
      </ul>
    </>
  );
}

function Nobody() {
  return (
    <Notice
      icon="people"
      title={<Trans>届いている「話したい」はありません。</Trans>}
      action={
        <Link to="/people" className="inline-flex min-h-11 items-center font-bold text-accent underline">
          <Trans>名簿で、ほかの団体の人を探す</Trans>
        </Link>
      }
    >
      <Trans>ほかの団体の人から話したいと伝えられると、ここに並びます。</Trans>
    </Notice>
  );
}
