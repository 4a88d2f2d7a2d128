/** 管理 › ルームの閲覧: what was asked for, by whom and why, and what may be done about it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { Inspection } from "@/generated/wire";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { AskDialog } from "./AskDialog";
import { InspectionCard } from "./InspectionCard";
import { useInspections } from "./inspections";
import { Reading } from "./Reading";

export function InspectionsScreen({ contact }: { contact: string }) {
  const { t } = useLingui();
  const { list: found, isNotRead, again } = useInspections();
  const [isAsking, ask] = useState(false);
  const [reading, read] = useState<string | null>(null);
  if (isNotRead) {
    return (
      <NotRead
        title={<Trans>ルームの閲覧を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={again}
      />
    );
  }
  if (!found.data) return <Waiting says={t`ルームの閲覧を読み込んでいます`} />;
  const all = found.data.pages.flatMap((page) => page.inspections);
  const open = all.find((each) => each.inspection_id === reading);
  if (open?.may_read) return <Reading inspection={open} contact={contact} onBack={() => read(null)} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a page without a button is scrolled with the keys.
    <main tabIndex={0} className="min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <Head mayAsk={found.data.pages[0]?.may_ask ?? false} onAsk={() => ask(true)} />
        <List all={all} contact={contact} onRead={read} />
        {found.hasNextPage && (
          <Button isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            <Trans>続きを見る</Trans>
          </Button>
        )}
      </div>
      {isAsking && <AskDialog contact={contact} onClose={() => ask(false)} />}
    </main>
  );
}

function Head({ mayAsk, onAsk }: { mayAsk: boolean; onAsk: () => void }) {
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="mr-auto text-[1.5rem] leading-150 font-bold">
          <Trans>ルームの閲覧</Trans>
        </h2>
        {mayAsk && (
          <Button look="first" icon="plus" onPress={onAsk}>
            <Trans>閲覧を申請する</Trans>
          </Button>
        )}
      </div>
      <p className="text-pretty">
        <Trans>
          自分が入っていないルームを読むには、理由と日と期限を決めて申請し、別の管理者の承認を受けます。申請、承認、読んだことは、すぐに監査の記録に残ります。終わると、ルームの人に、だれが、いつのメッセージを読んだかが知らされます。
        </Trans>
      </p>
    </>
  );
}

interface ListProps {
  all: Inspection[];
  contact: string;
  onRead: (inspection: string) => void;
}

function List({ all, contact, onRead }: ListProps) {
  const { t } = useLingui();
  if (all.length === 0) {
    return (
      <Notice icon="lock" title={<Trans>ルームの閲覧の申請はありません。</Trans>}>
        <Trans>だれも、入っていないルームを読んでいません。</Trans>
      </Notice>
    );
  }
  return (
    <ul aria-label={t`閲覧の申請`} className="grid gap-3">
      {all.map((each) => (
        <InspectionCard key={each.inspection_id} inspection={each} contact={contact} onRead={onRead} />
      ))}
    </ul>
  );
}
