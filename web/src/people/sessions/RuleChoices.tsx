/** Each rule with what it means and the few values that are safe. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { Numbers } from "@/ui/Numbers";
import type { BodyRules } from "./bodyRules";
import { PasswordChoices } from "./PasswordChoices";
import { SecondChoices } from "./second_factor/SecondChoices";

interface Props {
  rules: BodyRules;
  onChange: (rules: BodyRules) => void;
}

export function RuleChoices({ rules, onChange }: Props) {
  return (
    <>
      <Part title={<Trans>席を離れたとき</Trans>}>
        <Locks rules={rules} onChange={onChange} />
      </Part>
      <Part title={<Trans>パスワードの打ち間違い</Trans>}>
        <Tries rules={rules} onChange={onChange} />
      </Part>
      <Part title={<Trans>パスワードの決まり</Trans>}>
        <PasswordChoices
          password={rules.password}
          onChange={(password) => onChange({ ...rules, password })}
        />
      </Part>
      <Part title={<Trans>二要素認証</Trans>}>
        <SecondChoices second={rules.second} onChange={(second) => onChange({ ...rules, second })} />
      </Part>
    </>
  );
}

function Locks({ rules, onChange }: Props) {
  const { t } = useLingui();
  return (
    <>
      <Numbers
        label={t`画面のロック`}
        hint={
          <Trans>
            だれも触れないまま、この時間がたつと画面をロックします。パスワードを入れると続きから使えます。ほかの人も使う端末があるときは15分以内をおすすめします。
          </Trans>
        }
        values={[0, 5, 15, 30, 60]}
        says={(n) => (n === 0 ? t`ロックしない` : t`${n}分`)}
        value={rules.lock_minutes}
        onChange={(lock_minutes) => onChange({ ...rules, lock_minutes })}
      />
      <Numbers
        label={t`使わないときのログアウト`}
        hint={<Trans>画面を閉じたまま、この時間がたつとログアウトします。</Trans>}
        values={[0, 1, 4, 12, 72]}
        says={(n) => (n === 0 ? t`サーバーの設定のまま` : t`${n}時間`)}
        value={rules.idle_hours}
        onChange={(idle_hours) => onChange({ ...rules, idle_hours })}
      />
      <Numbers
        label={t`ログインし直すまで`}
        hint={<Trans>使い続けていても、この日数でログインし直してもらいます。</Trans>}
        values={[0, 1, 7, 30, 90]}
        says={(n) => (n === 0 ? t`サーバーの設定のまま` : t`${n}日`)}
        value={rules.longest_days}
        onChange={(longest_days) => onChange({ ...rules, longest_days })}
      />
    </>
  );
}

function Tries({ rules, onChange }: Props) {
  const { t } = useLingui();
  return (
    <>
      <Numbers
        label={t`続けて間違えてよい回数`}
        hint={
          <Trans>
            同じ人のパスワードを、同じところから間違えた回数です。ほかの端末と、ほかの人は待たされません。
          </Trans>
        }
        values={[5, 10, 20]}
        says={(n) => t`${n}回`}
        value={rules.tries}
        onChange={(tries) => onChange({ ...rules, tries })}
      />
      <Numbers
        label={t`そのあと、次に試せるまで`}
        values={[30, 90, 300, 900]}
        says={(n) => {
          const minutes = n / 60;
          return n < 120 ? t`${n}秒` : t`${minutes}分`;
        }}
        value={rules.pause_seconds}
        onChange={(pause_seconds) => onChange({ ...rules, pause_seconds })}
      />
    </>
  );
}

function Part({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className="grid gap-5 border-t border-line pt-5">
      <h3 className="text-lead font-bold">{title}</h3>
      {children}
    </section>
  );
}
