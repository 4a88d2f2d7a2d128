/** What leads into a thread: under the message that began it, in the place of answers, and above one that stands in the room too. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import type { Me, Message, People, Thread } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { namedAt } from "@/talk/messages/words";
import { useDates } from "@/ui/dates";
import { Icon } from "@/ui/Icon";
import { useNow } from "@/ui/now";

interface Props {
  thread: Thread;
  /** Below a message it stands on its side. */
  side: "start" | "end" | "center";
  onOpen: () => void;
}

const sides = { start: "justify-self-start", end: "justify-self-end", center: "justify-self-center" };

/** «3件の返信　最終 10:42» */
export function ThreadLine({ thread: { count, last_at }, side, onOpen }: Props) {
  const { t } = useLingui();
  const { listTime } = useDates();
  const time = listTime(last_at, useNow());
  return (
    <div className={sides[side]}>
      <ToThread label={t`${count}件の返信、最終 ${time}。このやり取りを開く`} onOpen={onOpen}>
        <Trans>{count}件の返信</Trans>
        <span className="figures font-normal text-soft">
          <Trans>最終 {time}</Trans>
        </span>
      </ToThread>
    </div>
  );
}

interface AnswersProps {
  answers: Message[];
  me: Me;
  people: People;
  onOpen: () => void;
}

/** Answers stand in their thread; in the room one line says that they have come. */
export function AnswersLine({ answers, me, people, onOpen }: AnswersProps) {
  const { t } = useLingui();
  const words = useAnswerWords(answers, me, people);
  const last = answers.at(-1);
  return (
    <article
      aria-label={t`やり取りへの返信`}
      data-message={`answers ${last?.message_id}`}
      tabIndex={-1}
      className="rounded-8 pt-2.5"
    >
      <p className="mx-auto flex w-fit max-w-full flex-wrap items-center justify-center gap-x-1 rounded-8 bg-sunken px-3 text-center text-small text-soft">
        {words}
        <ToThread onOpen={onOpen}>
          <Trans>このやり取りを開く</Trans>
        </ToThread>
      </p>
    </article>
  );
}

const MOST_NAMES = 2;

/** Words of people go through `t`: a component would take a < in them for one of its own elements. */
function useAnswerWords(answers: Message[], me: Me, people: People): string {
  const { t } = useLingui();
  const there = answers.filter((each) => !each.is_withdrawn);
  const authors = [...new Set(there.map(namedAt))];
  const count = there.length;
  if (count === 0) return t`返信の送信が取り消されました`;
  if (authors.every((author) => author === me.account_id)) return t`自分の返信 ${count}件`;
  const named = authors.flatMap((author) => people[author] ?? []);
  const names = named
    .slice(0, MOST_NAMES)
    .map((person) => (person.kind === "department" ? fullName(person) : t`${fullName(person)}さん`));
  const all = names.join("、");
  if (named.length > MOST_NAMES) return t`${all}ほかの返信 ${count}件`;
  return t`${all}の返信 ${count}件`;
}

/** Above an answer that stands in the room too. */
export function OfThread({ onOpen }: { onOpen: () => void }) {
  return (
    <p>
      <ToThread onOpen={onOpen}>
        <Trans>このやり取りを開く</Trans>
      </ToThread>
    </p>
  );
}

function ToThread({ label, onOpen, children }: { label?: string; onOpen: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      {...(label ? { "aria-label": label } : {})}
      onClick={onOpen}
      className="inline-flex min-h-8 items-center gap-1.5 rounded-8 px-1.5 text-small font-bold text-accent underline-offset-3 hover:underline coarse:min-h-11"
    >
      <Icon name="talk" size={16} />
      {children}
    </button>
  );
}
