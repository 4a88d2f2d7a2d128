/** ログインと安全: what a body decides about tries, locks, lengths and passwords, within safe bounds, each with its reason. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useState } from "react";

import { fullName } from "@/kit/names";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { NotRead } from "@/ui/NotRead";
import { useNow } from "@/ui/now";
import { Waiting } from "@/ui/Waiting";

import { type BodyRules, useBodyRules, useDecideRules } from "./bodyRules";
import { RuleChoices } from "./RuleChoices";

export function SignInRules({ contact }: { contact: string }) {
  const { t } = useLingui();
  const found = useBodyRules();
  if (found.isPending) return <Waiting says={t`設定を読み込んでいます`} />;
  if (found.isError) {
    const again = () => void found.refetch();
    return <NotRead title={<Trans>設定を読み込めませんでした。</Trans>} contact={contact} onAgain={again} />;
  }
  return (
    <main className="relative min-h-0 grow overflow-y-auto px-4 py-5 mid:px-7">
      <div className="grid max-w-[46rem] gap-6">
        <h2 className="text-[1.5rem] leading-150 font-bold">
          <Trans>ログインと安全</Trans>
        </h2>
        <p>
          <Trans>
            この団体の全員に効きます。決めたことは、次のログインから効きます。一部の職員のパスワードだけを別の決まりにするときは、
            <Link to="/admin/groups" className="text-accent underline">
              アカウント管理グループ
            </Link>
            で決めます。
          </Trans>
        </p>
        <LastChange found={found.data} />
        <Form rules={found.data.value} contact={contact} />
      </div>
    </main>
  );
}

type Found = NonNullable<ReturnType<typeof useBodyRules>["data"]>;

function LastChange({ found: { changed_at, changed_by } }: { found: Found }) {
  const now = useNow();
  const { listTime } = useDates();
  if (!changed_at) return null;
  const time = listTime(changed_at, now);
  const name = changed_by ? fullName(changed_by) : "";
  return (
    <p className="text-small text-soft">
      {name ? (
        <Trans>
          最後に変えた人：{name}さん（{time}）
        </Trans>
      ) : (
        <Trans>最後に変えた時：{time}</Trans>
      )}
    </p>
  );
}

function Form({ rules, contact }: { rules: BodyRules; contact: string }) {
  const decide = useDecideRules();
  const [chosen, choose] = useState(rules);
  const isSame = JSON.stringify(chosen) === JSON.stringify(rules);
  return (
    <div className="grid gap-7">
      <RuleChoices rules={chosen} onChange={choose} />
      {decide.error && (
        <p role="alert" className="text-danger">
          {decide.error instanceof Refusal ? sentenceOf(decide.error, contact) : <CutOff />}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
        <Button look="first" isDisabled={isSame || decide.isPending} onPress={() => decide.mutate(chosen)}>
          <Trans>保存する</Trans>
        </Button>
        {!isSame && (
          <Button onPress={() => choose(rules)}>
            <Trans>元に戻す</Trans>
          </Button>
        )}
        <p role="status" className="text-small">
          {decide.isSuccess && isSame && <Trans>保存しました。</Trans>}
        </p>
      </div>
    </div>
  );
}

function CutOff() {
  return <Trans>通信が切れているため、保存していません。つながってから、もう一度押してください。</Trans>;
}
