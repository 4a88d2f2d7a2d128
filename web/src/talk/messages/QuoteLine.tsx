/** Above an answer, in one line, what it answers; it leads there, where there is something to go to. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import type { Person, Quote, RoomId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { usePreferences } from "@/ui/preferences";

interface Props {
  quote: Quote;
  person: Person | undefined;
  roomId: RoomId;
}

export function QuoteLine({ quote, person, roomId }: Props) {
  const { simple } = usePreferences();
  // かんたん表示 opens rooms at their end only.
  if (!quote.author_id || quote.is_withdrawn || simple) return <QuotedLine {...{ quote, person }} />;
  return (
    <Link
      to="/rooms/$roomId/messages/$messageId"
      params={{ roomId, messageId: quote.message_id }}
      className={`${look} no-underline hover:underline coarse:py-2.5`}
    >
      <Words {...{ quote, person }} />
    </Link>
  );
}

/** The same, leading nowhere. */
export function QuotedLine(props: Omit<Props, "roomId">) {
  return (
    <p className={look}>
      <Words {...props} />
    </p>
  );
}

function Words({ quote, person }: Omit<Props, "roomId">) {
  const words = useQuoteWords(quote, person);
  return (
    <>
      <span className="sr-only">
        <Trans>返信先：</Trans>
      </span>
      <AsTyped>{words}</AsTyped>
    </>
  );
}

const look = "mb-1 cut block max-w-full border-accent border-l-3 py-0.5 pl-2 font-name text-small text-soft";

/** What an answer says of what it answers. */
export function useQuoteWords({ author_id, text, is_withdrawn }: Quote, person: Person | undefined): string {
  const { t } = useLingui();
  if (!author_id) return t`（前のメッセージ）`;
  const name = person ? fullName(person) : t`（名前を読み込めません）`;
  const words = is_withdrawn ? t`取り消されました` : (text ?? "");
  return t`${name}：${words}`;
}
