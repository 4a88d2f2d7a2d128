/** Above the field while what is written answers a message: which one, as it reads now, and the way out of it. */
import { useLingui } from "@lingui/react/macro";

import type { Message, People } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { quoteNow } from "@/talk/messages/window";
import { AsTyped } from "@/ui/AsTyped";
import { Icon } from "@/ui/Icon";
import { IconButton } from "@/ui/IconButton";

import type { Answering } from "./useAnswering";

interface Props {
  answering: Answering;
  messages: Message[];
  people: People;
}

export function AnsweringBar({ answering, messages, people }: Props) {
  const { t } = useLingui();
  if (!answering.quote) return null;
  const { author_id, text } = quoteNow(answering.quote, messages);
  const person = author_id ? people[author_id] : undefined;
  return (
    <div
      role="status"
      className="mx-2.5 mb-1.5 flex items-center gap-2 rounded-8 bg-sunken py-1 pr-1 pl-3 text-small text-firm mid:mx-5"
    >
      <Icon name="reply" size={18} />
      <p className="cut min-w-0 grow font-name">
        {person?.kind === "department"
          ? t`${fullName(person)}に返信：`
          : t`${person ? fullName(person) : ""}さんに返信：`}
        {text === null ? t`取り消されました` : <AsTyped>{text}</AsTyped>}
      </p>
      <IconButton icon="close" label={t`返信をやめる`} onPress={answering.forget} />
    </div>
  );
}
