/** Who has set which sign at a message: one tab for each kind, names by kana. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Tab, TabList, TabPanel, Tabs } from "react-aria-components";

import type { MessageId, Person, Reaction, RoomId } from "@/generated/wire";
import { facesOf } from "@/people/accounts/faces";
import { PersonLink } from "@/people/presence/PersonLink";
import { Button } from "@/ui/Button";
import { Dialog } from "@/ui/Dialog";
import { Face } from "@/ui/Face";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { SignOf, useWords } from "./SignOf";
import { useWho } from "./who";

interface Props {
  room_id: RoomId;
  message_id: MessageId;
  reactions: Reaction[];
  contact: string;
  onClose: () => void;
}

export function WhoReacted({ reactions, contact, onClose, ...at }: Props) {
  const { t } = useLingui();
  const words = useWords();
  return (
    <Dialog title={t`リアクションした人`} isOpen onClose={onClose}>
      <Tabs className="flex min-h-0 flex-col px-5 pt-2 pb-4">
        <TabList aria-label={t`リアクションの種類`} className="flex flex-wrap gap-x-1 border-b border-line">
          {reactions.map(({ kind, count }) => (
            <Tab
              key={kind}
              id={kind}
              className="flex min-h-11 cursor-pointer items-center gap-1.5 border-b-3 border-transparent px-2.5 text-small data-selected:border-accent data-selected:font-bold data-selected:text-accent"
            >
              <SignOf kind={kind} />
              {words[kind]}
              <span className="figures">{count}</span>
            </Tab>
          ))}
        </TabList>
        {reactions.map((reaction) => (
          <TabPanel key={reaction.kind} id={reaction.kind} className="min-h-48 overflow-y-auto pt-2">
            <People reaction={reaction} contact={contact} {...at} />
          </TabPanel>
        ))}
      </Tabs>
    </Dialog>
  );
}

interface PeopleProps {
  reaction: Reaction;
  contact: string;
  room_id: RoomId;
  message_id: MessageId;
}

function People({ reaction, contact, ...at }: PeopleProps) {
  const { t } = useLingui();
  const who = useWho({ ...at, kind: reaction.kind }, reaction.count);
  if (who.isError) {
    return (
      <NotRead title={<Trans>名前を読み込めませんでした。</Trans>} contact={contact} onAgain={who.again} />
    );
  }
  if (who.isPending) return <Waiting says={t`名前を読み込んでいます`} />;
  return (
    <>
      <ul>
        {who.people.map((person) => (
          <Row key={person.account_id} person={person} letters={facesOf(who.people).get(person.account_id)} />
        ))}
      </ul>
      {who.hasMore && (
        <Button small wide onPress={who.more}>
          <Trans>続きを読み込む</Trans>
        </Button>
      )}
    </>
  );
}

function Row({ person, letters = "" }: { person: Person; letters: string | undefined }) {
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-2.5 py-1.5">
      <Face round size="small" letters={letters} of={person.account_id} />
      <div className="min-w-0">
        <p className="font-name text-small font-bold">
          <PersonLink person={person} />
        </p>
        <p className="text-small text-soft">
          {person.department}
          {person.job_title && `　${person.job_title}`}
        </p>
      </div>
    </li>
  );
}
