/** What was said in the room on the days that were asked for: to read, and for nothing else. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { InspectedPage, Inspection, Message } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { dayInJapan, iso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Trouble } from "@/people/access/Trouble";
import { forWhomOf } from "@/talk/messages/forWhom";
import { DayLine } from "@/talk/messages/Lines";
import { useQuoteWords } from "@/talk/messages/QuoteLine";
import { plainText } from "@/talk/messages/words";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Notice } from "@/ui/Notice";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";

import { useInspected } from "./inspections";
import { useRoomName } from "./words";

interface Props {
  inspection: Inspection;
  contact: string;
  onBack: () => void;
}

export function Reading({ inspection, contact, onBack }: Props) {
  const name = useRoomName()(inspection.room);
  const { documentTime } = useDates();
  const isOver = useNow().getTime() >= Date.parse(inspection.due_at);
  return (
    <main className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-4">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="mr-auto text-[1.5rem] leading-150 font-bold wrap-anywhere">
            <Trans>「{name}」の閲覧</Trans>
          </h2>
          <Button icon="back" onPress={onBack}>
            <Trans>一覧に戻る</Trans>
          </Button>
        </div>
        <p className="text-pretty text-small text-soft">
          <Trans>
            {documentTime(inspection.due_at, false)}
            まで読めます。読んだことは、すぐに監査の記録に残ります。書くことも、既読を付けることもできません。
          </Trans>
        </p>
        {isOver ? (
          <Notice icon="lock" title={<Trans>閲覧の期限が来ました。もう読めません。</Trans>} />
        ) : (
          <Pages inspection={inspection} contact={contact} />
        )}
      </div>
    </main>
  );
}

function Pages({ inspection, contact }: Omit<Props, "onBack">) {
  const { t } = useLingui();
  const found = useInspected(inspection.inspection_id);
  if (found.isPending) return <Waiting says={t`メッセージを読み込んでいます`} />;
  const pages = found.data?.pages ?? [];
  const isEmpty = found.isSuccess && pages.every((page) => page.messages.length === 0);
  return (
    <>
      {isEmpty && <Notice icon="search" title={<Trans>この日には、メッセージはありません。</Trans>} />}
      <Said pages={pages} />
      <Trouble error={found.error} contact={contact} />
      {found.isError && (
        <Button icon="refresh" onPress={() => void found.refetch()}>
          <Trans>もう一度読み込む</Trans>
        </Button>
      )}
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを読む</Trans>
        </Button>
      )}
    </>
  );
}

function Said({ pages }: { pages: InspectedPage[] }) {
  const { t } = useLingui();
  const rows = pages.flatMap((page) => page.messages.map((message) => ({ message, page })));
  if (rows.length === 0) return null;
  return (
    <ol aria-label={t`読んでいるメッセージ`} className="grid">
      {rows.map(({ message, page }, at) => {
        const before = rows[at - 1]?.message;
        return (
          <li key={message.message_id}>
            {dayOf(before) !== dayOf(message) && <DayLine at={message.posted_at} />}
            <One message={message} people={page.people} />
          </li>
        );
      })}
    </ol>
  );
}

function dayOf(message: Message | undefined): string {
  return message ? iso(dayInJapan(message.posted_at)) : "";
}

function One({ message, people }: { message: Message; people: InspectedPage["people"] }) {
  const { t } = useLingui();
  const person = people[message.author_id];
  const written = person ? fullName(person) : t`（名前を読み込めません）`;
  const forWhom = forWhomOf(message, people);
  const unit = forWhom && fullName(forWhom);
  return (
    <div className="grid gap-0.5 py-2">
      <p className="flex flex-wrap items-baseline gap-x-2 text-small text-soft">
        <b className="text-ink">
          <AsTyped>{unit ? t`${unit}（代理：${written}）` : written}</AsTyped>
        </b>
        <span>{message.unit || person?.department}</span>
        <time dateTime={message.posted_at} className="figures">
          {bubbleTime(message.posted_at)}
        </time>
        {message.edited_at && <span>{t`編集済み`}</span>}
        {message.thread_id && <span>{t`返信`}</span>}
      </p>
      {message.quote && <Answers quote={message.quote} people={people} />}
      {message.is_withdrawn ? (
        <p className="text-soft">{t`取り消されました`}</p>
      ) : (
        <p className="whitespace-pre-wrap wrap-anywhere">
          <AsTyped>{plainText(message.parts)}</AsTyped>
        </p>
      )}
    </div>
  );
}

interface AnswersProps {
  quote: NonNullable<Message["quote"]>;
  people: InspectedPage["people"];
}

function Answers({ quote, people }: AnswersProps) {
  const { t } = useLingui();
  const words = useQuoteWords(quote, quote.author_id ? people[quote.author_id] : undefined);
  return (
    <p className="border-l-2 border-line pl-2 text-small text-soft wrap-anywhere">
      <AsTyped>{t`返信先：${words}`}</AsTyped>
    </p>
  );
}
