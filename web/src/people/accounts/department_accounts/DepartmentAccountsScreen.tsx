/** 管理 › 所属アカウント: one account of a unit, and the people who write in its name (ORG-6). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me, People } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { AccountCard } from "./AccountCard";
import { useDepartmentAccounts } from "./accounts";
import { OpenAccount } from "./OpenAccount";

export function DepartmentAccountsScreen({ me }: { me: Me }) {
  const [isOpening, open] = useState(false);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 className="text-[1.5rem] leading-150 font-bold">
            <Trans>所属アカウント</Trans>
          </h2>
          <Button look="first" icon="plus" onPress={() => open(true)}>
            <Trans>所属アカウントを作る</Trans>
          </Button>
        </div>
        <p className="text-pretty">
          <Trans>
            所属の名前で書くためのアカウントです。ここで決めた人が、自分のログインのまま「○○課（代理：名前）」として書けます。所属アカウントにパスワードはなく、だれもこのアカウントではログインできません。外した人は、その時から書けなくなります。
          </Trans>
        </p>
        <List me={me} />
      </div>
      {isOpening && <OpenAccount me={me} onClose={() => open(false)} />}
    </main>
  );
}

function List({ me }: { me: Me }) {
  const { t } = useLingui();
  const found = useDepartmentAccounts();
  if (found.isPending) return <Waiting says={t`所属アカウントを読み込んでいます`} />;
  if (found.isError) {
    return (
      <NotRead
        title={<Trans>所属アカウントを読み込めませんでした。</Trans>}
        contact={me.contact}
        onAgain={() => void found.refetch()}
      />
    );
  }
  const accounts = found.data.pages.flatMap((page) => page.accounts);
  const people: People = Object.assign({}, ...found.data.pages.map((page) => page.people));
  return (
    <>
      {accounts.length === 0 && (
        <Notice icon="people" title={<Trans>まだ所属アカウントはありません。</Trans>}>
          <Trans>窓口など、所属の名前で答えたい所属に作ってください。</Trans>
        </Notice>
      )}
      <ul aria-label={t`所属アカウント`} className="grid gap-3">
        {accounts.map((account) => (
          <AccountCard key={account.account_id} {...{ account, people, me }} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
    </>
  );
}
