/** ログインと安全: what a body decides about tries, locks, lengths and passwords, within safe bounds, each with its reason. */
import { Trans } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";

import { BodySetting } from "@/people/orgs/BodySetting";

import type { BodyRules } from "./bodyRules";
import { RuleChoices } from "./RuleChoices";

export function SignInRules({ contact }: { contact: string }) {
  return (
    <BodySetting<BodyRules>
      name="sign_in"
      title={<Trans>ログインと安全</Trans>}
      about={
        <Trans>
          この団体の全員に効きます。決めたことは、次のログインから効きます。一部の職員のパスワードだけを別の決まりにするときは、
          <Link to="/admin/groups" className="text-accent underline">
            アカウント管理グループ
          </Link>
          で決めます。
        </Trans>
      }
      contact={contact}
    >
      {(rules, onChange) => <RuleChoices rules={rules} onChange={onChange} />}
    </BodySetting>
  );
}
