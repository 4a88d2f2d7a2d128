/** 言葉の見張り, among the settings: the words that call one, how one more comes in, and how one goes, with the way back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef, useState } from "react";

import type { Watchword } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { AddWord } from "./AddWord";
import { useForgetWord, useWatchFor, useWatchwords, type Watched } from "./watchwords";

export function Watchwords({ contact }: { contact: string }) {
  const { t } = useLingui();
  const { data, isError, refetch } = useWatchwords();
  return (
    <div className="grid gap-4">
      <h3 className="font-bold">
        <Trans>言葉の見張り</Trans>
      </h3>
      <p>
        <Trans>
          入っているルームで、だれかがこの言葉を書いたら、自分あてと同じに知らせます。かな・カナ、全角・半角、大文字・小文字、異体字の違いは問いません。言葉は、自分だけに見えます。
        </Trans>
      </p>
      {data && <Held held={data} contact={contact} />}
      {!data && isError && (
        <NotRead
          title={<Trans>見張りの言葉を読み込めませんでした。</Trans>}
          contact={contact}
          onAgain={() => void refetch()}
        />
      )}
      {!data && !isError && <Waiting says={t`見張りの言葉を読み込んでいます`} />}
    </div>
  );
}

function Held({ held, contact }: { held: Watched; contact: string }) {
  const { t } = useLingui();
  const { words, most } = held;
  const adding = useWatchFor();
  const going = useForgetWord();
  const [gone, setGone] = useState<Watchword | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const forget = (word: Watchword) => going.mutate(word, { onSuccess: () => setGone(word) });
  const bringBack = ({ word }: Watchword) =>
    adding.mutate(word, {
      onSuccess: () => {
        setGone(null);
        field.current?.focus();
      },
    });
  return (
    <>
      <List words={words} onForget={forget} isBusy={going.isPending} />
      {/* Beside the list, for what was pressed in it is gone. */}
      <div role="status" className="flex flex-wrap items-center gap-x-3 gap-y-1 empty:hidden">
        {gone && (
          <>
            <span className="wrap-anywhere">{t`「${gone.word}」を外しました。`}</span>
            <Button small icon="undo" autoFocus isDisabled={adding.isPending} onPress={() => bringBack(gone)}>
              <Trans>元に戻す</Trans>
            </Button>
          </>
        )}
      </div>
      <Trouble error={going.error} contact={contact} />
      <AddWord
        ref={field}
        {...{ words, most, adding }}
        trouble={adding.error instanceof Refusal ? sentenceOf(adding.error, contact) : null}
        onAdded={() => setGone(null)}
      />
      {adding.error instanceof Refusal || <Trouble error={adding.error} contact={contact} />}
    </>
  );
}

interface ListProps {
  words: readonly Watchword[];
  onForget: (word: Watchword) => void;
  isBusy: boolean;
}

function List({ words, onForget, isBusy }: ListProps) {
  const { t } = useLingui();
  if (words.length === 0) {
    return (
      <p className="text-soft">
        <Trans>見張りの言葉は、まだありません。</Trans>
      </p>
    );
  }
  return (
    <ul aria-label={t`見張りの言葉`} className="flex flex-wrap gap-2">
      {words.map((each) => (
        <li
          key={each.watchword_id}
          lang="ja"
          className="flex max-w-full items-center rounded-8 border border-line pl-3"
        >
          <span className="wrap-anywhere min-w-0 py-1">
            <AsTyped>{each.word}</AsTyped>
          </span>
          <IconButton
            icon="close"
            label={t`「${each.word}」を外す`}
            isDisabled={isBusy}
            onPress={() => onForget(each)}
          />
        </li>
      ))}
    </ul>
  );
}
