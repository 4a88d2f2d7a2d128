/** What stands in the place of a message that was taken back: who did, and nothing of what it said. */
import { useLingui } from "@lingui/react/macro";

import type { Message, Person } from "@/generated/wire";
import { bubbleTime } from "@/kit/dates";
import { fullName } from "@/kit/names";

interface Props {
  message: Message;
  isMine: boolean;
  person: Person | undefined;
  /** Whoever took it away. */
  by: Person | undefined;
}

export function Gone({ message, isMine, person, by }: Props) {
  const { t } = useLingui();
  const says = useWords(message, isMine, person, by);
  const time = bubbleTime(message.posted_at);
  return (
    <article
      aria-label={t`取り消されたメッセージ ${time}`}
      data-message={message.message_id}
      tabIndex={-1}
      className="rounded-8 pt-3.5"
    >
      <p className="mx-auto w-fit max-w-full rounded-8 bg-sunken px-3 py-1 text-center text-small text-soft">
        {says}
        <time dateTime={message.posted_at} className="figures pl-2">
          {time}
        </time>
      </p>
    </article>
  );
}

/** Words of people go through `t`: a component would take a < in them for one of its own elements. */
function useWords(message: Message, isMine: boolean, person: Person | undefined, by: Person | undefined) {
  const { t } = useLingui();
  if (message.withdrawn_by !== message.author_id) {
    return by ? t`${fullName(by)}さんがメッセージを取り除きました` : t`メッセージが取り除かれました`;
  }
  if (isMine) return t`送信を取り消しました`;
  if (person?.kind === "department") return t`${fullName(person)}が送信を取り消しました`;
  return person ? t`${fullName(person)}さんが送信を取り消しました` : t`送信が取り消されました`;
}
