/** 管理 › 広域連携: the rooms of other bodies into which one's own is invited, or in which it takes part. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Me } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { AskToJoin } from "./AskToJoin";
import { useParts } from "./federation";
import { PartCard } from "./PartCard";

export function PartsScreen({ me }: { me: Me }) {
  const [isAsking, ask] = useState(false);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>広域連携</Trans>
        </h2>
        <p>
          <Trans>
            ほかの団体のルームへの招待と、参加しているルームです。ここで加えられるのは、自分の団体の職員だけです。
          </Trans>
        </p>
        <div>
          <Button icon="search" onPress={() => ask(true)}>
            <Trans>ほかの団体のルームに参加を申し込む</Trans>
          </Button>
        </div>
        <PartList me={me} />
        {isAsking && <AskToJoin contact={me.contact} onClose={() => ask(false)} />}
      </div>
    </main>
  );
}

export function PartList({ me }: { me: Me }) {
  const { t } = useLingui();
  const found = useParts();
  if (found.isPending) return <Waiting says={t`ルームを読み込んでいます`} />;
  if (found.isError) {
    return (
      <NotRead
        title={<Trans>ルームを読み込めませんでした。</Trans>}
        contact={me.contact}
        onAgain={() => void found.refetch()}
      />
    );
  }
  const { pages } = found.data;
  const parts = pages.flatMap((page) => page.parts);
  const mayManage = pages[0]?.may_manage ?? false;
  return (
    <div className="grid gap-4">
      {parts.length === 0 && <Notice icon="people" title={<Trans>ほかの団体のルームはありません。</Trans>} />}
      <ul aria-label={t`ほかの団体のルーム`} className="grid gap-3">
        {parts.map((part) => (
          <PartCard key={part.part_id} {...{ part, me, mayManage }} />
        ))}
      </ul>
      {found.hasNextPage && (
        <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
          <Trans>続きを見る</Trans>
        </Button>
      )}
    </div>
  );
}
