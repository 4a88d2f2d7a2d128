/** A room that is read page by page by whoever is not in it: how reading it stands, and its messages from the oldest on. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";

import type { Me, Message, People } from "@/generated/wire";
import { facesOf } from "@/people/accounts/faces";
import { Refusal } from "@/platform/refusals";
import { Log } from "@/talk/messages/Log";
import { Reading } from "@/talk/messages/NamedPart";
import { ReadRow, type Sight } from "@/talk/messages/ReadRow";
import { rowsOf } from "@/talk/messages/rows";
import { AsTyped } from "@/ui/AsTyped";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

interface Page {
  messages: Message[];
  people: People;
}

interface Older {
  hasOlder: boolean;
  loadOlder: () => Promise<void>;
}

interface StateProps<Each> {
  found: UseInfiniteQueryResult<InfiniteData<Each>>;
  contact: string;
  /** What is said to whoever wants the window itself on paper. */
  offPaper: string;
  /** What stands there once it may be read no longer. */
  gone: ReactNode;
  children: (pages: Each[], older: Older) => ReactNode;
}

export function ReadPages<Each>({ found, contact, offPaper, gone, children }: StateProps<Each>) {
  const { t } = useLingui();
  const isGone = found.error instanceof Refusal && found.error.status === 404;
  const loadOlder = async () => {
    await found.fetchNextPage();
  };
  return (
    <main data-off-paper={offPaper} className="flex min-w-0 grow flex-col">
      {found.isPending && <Waiting says={t`ルームを読み込んでいます`} />}
      {isGone && gone}
      {found.isError && !isGone && !found.data && (
        <NotRead
          title={<Trans>ルームを読み込めませんでした。</Trans>}
          contact={contact}
          onAgain={() => found.refetch()}
        />
      )}
      {found.data && !isGone && children(found.data.pages, { hasOlder: found.hasNextPage, loadOlder })}
    </main>
  );
}

interface LogProps extends Older {
  room: Sight["room"] & { name: string };
  pages: Page[];
  me: Me;
  /** Up to where somebody has read; null where nothing is new. */
  readTo: number | null;
  head: ReactNode;
  /** Where one would write. */
  children: ReactNode;
}

const nothingNewer = async () => {};
/** Words that one watches for call in rooms that one is in. */
const nothingWatched = {};

export function ReadLog({ room, pages, me, readTo, hasOlder, loadOlder, head, children }: LogProps) {
  const { t } = useLingui();
  const messages = useMemo(() => inTurn(pages), [pages]);
  const people = useMemo(() => Object.assign({}, ...pages.map((page) => page.people)) as People, [pages]); // joined page by page
  const faces = useMemo(() => facesOf(Object.values(people)), [people]);
  const reading = useMemo(() => ({ me, people, watched: nothingWatched }), [me, people]);
  const rows = rowsOf({ messages, lines: [], waiting: [], hasOlder, readTo, me: me.account_id });
  return (
    <Reading value={reading}>
      {head}
      <Log
        label={t`${room.name}のメッセージ`}
        asked={null}
        hasNewer={false}
        loadNewer={nothingNewer}
        unread={0}
        onSeen={() => {}}
        onNewest={() => {}}
        onCopy={() => {}}
        {...{ rows, hasOlder, loadOlder }}
      >
        {(row) => <ReadRow row={row} sight={{ room, me, people, faces }} />}
      </Log>
      {children}
    </Reading>
  );
}

/** What stands in the room's own log, from the oldest on. Threads are read by those who are in it. */
function inTurn(pages: Page[]): Message[] {
  return pages
    .toReversed()
    .flatMap((page) => page.messages)
    .filter((message) => message.in_room);
}

/** Its name and what it is, the way back before them and what can be done with it behind. */
export function ReadHead({ back, name, says, children }: HeadProps) {
  return (
    <div className="flex min-h-15 shrink-0 items-center gap-1 border-b border-line py-1.5 pr-3 pl-0.5 mid:min-h-18 mid:pl-2">
      {back}
      <div className="min-w-0 grow">
        <h2 className="cut text-body leading-150 font-bold mid:text-lead">
          <AsTyped>{name}</AsTyped>
        </h2>
        <p className="figures text-small text-soft">{says}</p>
      </div>
      {children}
    </div>
  );
}

interface HeadProps {
  back: ReactNode;
  name: string;
  says: ReactNode;
  children?: ReactNode;
}
