/** 見ました／見ていない人: the counts first, then names unit by unit, where the room allows them. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

import type { MessageId, RoomId } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Dialog, DialogBody } from "@/ui/Dialog";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { ReaderNames } from "./ReaderNames";
import { type Side, useReaders } from "./who";

interface Props {
  room_id: RoomId;
  message_id: MessageId;
  known: number;
  contact: string;
  home: string;
  onClose: () => void;
}

export function Readers({ known, contact, home, onClose, ...asked }: Props) {
  const { t } = useLingui();
  const { data, error, refetch } = useReaders(asked, known);
  return (
    <Dialog title={t`見ました／見ていない人`} isOpen onClose={onClose}>
      {data ? (
        <Sides {...{ data, asked, known, contact, home }} />
      ) : (
        <DialogBody>
          {error instanceof Refusal && error.status === 403 ? (
            <Notice icon="info" title={sentenceOf(error, contact)} />
          ) : error ? (
            <NotRead
              title={<Trans>見た人を読み込めませんでした。</Trans>}
              contact={contact}
              onAgain={() => void refetch()}
            />
          ) : (
            <Waiting says={t`見た人を読み込んでいます`} />
          )}
        </DialogBody>
      )}
    </Dialog>
  );
}

interface SidesProps {
  data: { read: number; unread: number; shows_names: boolean };
  asked: { room_id: RoomId; message_id: MessageId };
  known: number;
  contact: string;
  home: string;
}

function Sides({ data, asked, known, contact, home }: SidesProps) {
  const { t } = useLingui();
  const sides: { side: Side; says: string; count: number; nobody: string }[] = [
    { side: "read", says: t`見ました`, count: data.read, nobody: t`まだだれも見ていません。` },
    { side: "unread", says: t`見ていない人`, count: data.unread, nobody: t`全員が見ました。` },
  ];
  return (
    <Tabs className="flex min-h-0 grow flex-col px-5 pt-2">
      <TabList aria-label={t`見ました／見ていない人`} className="flex border-b border-line">
        {sides.map(({ side, says, count }) => (
          <Tab
            key={side}
            id={side}
            className="min-h-11 cursor-pointer content-center border-b-3 border-transparent px-1.5 mid:px-3 data-selected:border-accent data-selected:font-bold data-selected:text-accent"
          >
            {says} <span className="figures whitespace-nowrap">{t`${count}人`}</span>
          </Tab>
        ))}
      </TabList>
      {sides.map(({ side, count, nobody }) => (
        <TabPanel key={side} id={side} className="min-h-48 overflow-y-auto pb-4">
          {count === 0 && <p className="py-6 text-center text-soft">{nobody}</p>}
          {count > 0 && !data.shows_names && (
            <p className="py-6 text-center text-soft">
              <Trans>このルームでは、人数だけを出す決まりです（ルームの設定）。名前は出ません。</Trans>
            </p>
          )}
          {count > 0 && data.shows_names && <ReaderNames {...{ asked, side, known, count, contact, home }} />}
        </TabPanel>
      ))}
    </Tabs>
  );
}
