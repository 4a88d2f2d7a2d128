/** 名簿の訂正の申出: what people have said is wrong about themselves, until somebody has seen to it. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Correction } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";

import { useCorrections, useSettle } from "./corrections";

export function Corrections({ contact }: { contact: string }) {
  return (
    <main className="relative min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-5">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>名簿の訂正の申出</Trans>
        </h2>
        <p>
          <Trans>
            はじめてのログインで「お名前と所属」に違うところがあると答えた人の一覧です。職員の画面か名簿で直してから、「直しました」を押してください。
          </Trans>
        </p>
        <List contact={contact} />
      </div>
    </main>
  );
}

function List({ contact }: { contact: string }) {
  const { t } = useLingui();
  const found = useCorrections();
  if (found.isPending) return <Waiting says={t`申出を読み込んでいます`} />;
  if (found.isError) {
    const again = () => void found.refetch();
    return <NotRead title={<Trans>申出を読み込めませんでした。</Trans>} contact={contact} onAgain={again} />;
  }
  const corrections = found.data.pages.flatMap((page) => page.corrections);
  if (corrections.length === 0)
    return <Notice icon="check" title={<Trans>いま、訂正の申出はありません。</Trans>} />;
  return (
    <>
      <ul className="grid gap-3">
        {corrections.map((each) => (
          <Row key={each.correction_id} correction={each} />
        ))}
      </ul>
      {found.hasNextPage && (
        <div>
          <Button isDisabled={found.isFetching} onPress={() => void found.fetchNextPage()}>
            <Trans>続きを読み込む</Trans>
          </Button>
        </div>
      )}
    </>
  );
}

function Row({
  correction: { correction_id, person, login_id, words, asked_at },
}: {
  correction: Correction;
}) {
  const settle = useSettle();
  const time = useDates().listTime(asked_at, useNow());
  return (
    <li className="grid gap-2 rounded-12 border border-line px-4 py-3">
      <p>
        <span className="font-name font-bold">{fullName(person)}</span>
        <span className="figures ml-3 text-small text-soft">
          <Trans>
            職員番号 {login_id}　{person.department_path}　{time}
          </Trans>
        </span>
      </p>
      <p className="whitespace-pre-wrap">{words}</p>
      <div className="flex flex-wrap items-center gap-3">
        <Button small icon="check" isDisabled={settle.isPending} onPress={() => settle.mutate(correction_id)}>
          <Trans>直しました</Trans>
        </Button>
        {settle.isError && (
          <span role="alert" className="text-small text-danger">
            <Trans>できませんでした。もう一度押してください。</Trans>
          </span>
        )}
      </div>
    </li>
  );
}
