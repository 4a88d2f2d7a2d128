/** What can be said to somebody who asks for a talk: yes, no, or never again. Only the last is asked about. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type RefObject, useState } from "react";

import type { NeighbourAsk, RoomId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { Question } from "@/ui/Question";

import { useAccept, useBlock, useDecline } from "./asking";
import { NotDone } from "./NotDone";

interface Props {
  ask: NeighbourAsk;
  contact: string;
  onTalk: (room: RoomId) => void;
  /** It takes the focus when the asking has gone from the screen. */
  heading: RefObject<HTMLHeadingElement | null>;
}

export function Answering({ ask, contact, onTalk, heading }: Props) {
  const { t } = useLingui();
  const [blocking, setBlocking] = useState(false);
  const toHeading = () => heading.current?.focus();
  const accept = useAccept(({ room_id }) => onTalk(room_id));
  const decline = useDecline(toHeading);
  const block = useBlock(toHeading);
  const isBusy = accept.isPending || decline.isPending || block.isPending;
  const name = fullName(ask.person);
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button
          look="first"
          icon="talk"
          aria-label={t`${name}さんと話す`}
          isDisabled={isBusy}
          onPress={() => accept.mutate(ask.ask_id)}
        >
          <Trans>話す</Trans>
        </Button>
        <Button
          aria-label={t`${name}さんを断る`}
          isDisabled={isBusy}
          onPress={() => decline.mutate(ask.ask_id)}
        >
          <Trans>断る</Trans>
        </Button>
        <Button
          aria-label={t`${name}さんをブロックする`}
          isDisabled={isBusy}
          onPress={() => setBlocking(true)}
        >
          <Trans>ブロックする</Trans>
        </Button>
      </div>
      <NotDone error={accept.error ?? decline.error ?? block.error} contact={contact} />
      <Question
        isOpen={blocking}
        title={<Trans>{name}さんをブロックしますか</Trans>}
        act={t`ブロックする`}
        keep={t`やめる`}
        onKeep={() => setBlocking(false)}
        onAct={() => {
          setBlocking(false);
          block.mutate({ person_id: ask.person.account_id, on: true });
        }}
      >
        <p className="text-pretty">
          <Trans>
            この人からの「話したい」は、この先も出なくなります。相手には伝わりません。設定の「ほかの団体の人」で、いつでも解けます。
          </Trans>
        </p>
      </Question>
    </>
  );
}
