/** 管理 › 監査の記録の保存期間: for how many years the log is kept (AUDIT-1). */
import { Trans, useLingui } from "@lingui/react/macro";

import { BodySetting } from "@/people/orgs/BodySetting";
import { Numbers } from "@/ui/Numbers";

interface Term {
  years: number;
}

export function AuditTerm({ contact }: { contact: string }) {
  const { t } = useLingui();
  return (
    <BodySetting<Term>
      name="audit"
      title={<Trans>監査の記録の保存期間</Trans>}
      about={
        <Trans>
          過ぎた記録は、毎日2:50に消します。消したことと、どこまで消したかは、監査の記録に残ります。短くしても、これまでの記録は、書かれたときに決まっていた期間だけ残ります。
        </Trans>
      }
      contact={contact}
    >
      {(term, onChange) => (
        <Numbers
          label={t`残す年数`}
          hint={<Trans>決めなければ10年です。</Trans>}
          values={[1, 2, 3, 5, 7, 10]}
          says={(n) => t`${n}年`}
          value={term.years}
          onChange={(years) => onChange({ years })}
        />
      )}
    </BodySetting>
  );
}
