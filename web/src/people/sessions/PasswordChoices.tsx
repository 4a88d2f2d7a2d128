/** What a password must be and how long it lasts: for the body, or for one group of its accounts. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { PasswordRules } from "@/generated/wire";

import { Numbers } from "@/ui/Numbers";

interface Props {
  password: PasswordRules;
  onChange: (password: PasswordRules) => void;
}

export function PasswordChoices({ password, onChange }: Props) {
  const { t } = useLingui();
  const change = (part: Partial<PasswordRules>) => onChange({ ...password, ...part });
  return (
    <>
      <Numbers
        label={t`長さ`}
        hint={<Trans>長いほど安全です。文字の種類を増やすより、長くするほうが役に立ちます。</Trans>}
        values={[10, 12, 14, 16]}
        says={(n) => t`${n}文字以上`}
        value={password.least}
        onChange={(least) => change({ least })}
      />
      <Numbers
        label={t`文字の種類`}
        hint={
          <Trans>英小文字、英大文字、数字、そのほか（かなや漢字も）の4種類のうち、いくつ使うかです。</Trans>
        }
        values={[1, 2, 3]}
        says={(n) => (n === 1 ? t`決めない` : t`${n}種類以上`)}
        value={password.kinds}
        onChange={(kinds) => change({ kinds })}
      />
      <Numbers
        label={t`期限`}
        hint={
          <Trans>
            期限が切れると、ログインのときに新しいパスワードを決めてもらいます。短くすると、書き留める人が増えます。
          </Trans>
        }
        values={[0, 90, 180, 365]}
        says={(n) => (n === 0 ? t`期限なし` : t`${n}日`)}
        value={password.expires_days}
        onChange={(expires_days) => change({ expires_days })}
      />
      {password.expires_days > 0 && (
        <Numbers
          label={t`期限の知らせ`}
          values={[7, 14, 30]}
          says={(n) => t`${n}日前から`}
          value={password.warn_days}
          onChange={(warn_days) => change({ warn_days })}
        />
      )}
    </>
  );
}
