/** What a search for people has found, while it is asked, when it fails, and when there is nobody. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import type { usePeople } from "./directory";

interface Props {
  query: ReturnType<typeof usePeople>;
  words: string;
  contact: string;
  children: ReactNode[];
}

export function FoundPeople({ query, words, contact, children }: Props) {
  const { t } = useLingui();
  if (query.isPending) return <Waiting says={t`名簿を読み込んでいます`} />;
  if (query.isError) {
    return (
      <NotRead
        title={<Trans>名簿を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => query.refetch()}
      />
    );
  }
  if (children.length === 0) {
    return (
      <Notice title={t`「${words}」に当てはまる職員はいません。`}>
        <Trans>ふりがなや、名字だけでも探せます。</Trans>
      </Notice>
    );
  }
  return (
    <>
      <ul>{children}</ul>
      {query.hasNextPage && (
        <div className="p-2">
          <Button small wide isDisabled={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
            <Trans>続きを表示</Trans>
          </Button>
        </div>
      )}
    </>
  );
}
