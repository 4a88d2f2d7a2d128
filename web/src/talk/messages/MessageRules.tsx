/** 管理 › 送信取消と編集: how long the body lets a message be taken back or put right (MSG-4, MSG-5, MSG-6). */
import { Trans, useLingui } from "@lingui/react/macro";

import { BodySetting } from "@/people/orgs/BodySetting";
import { Numbers } from "@/ui/Numbers";

/** Zero stands for "not at all". */
interface Rules {
  withdraw_minutes: number;
  traceless_seconds: number;
  edit_minutes: number;
  outside_delay_seconds: number;
}

const HOUR = 60;
const DAY = 24 * HOUR;
const windows = [0, 10, HOUR, DAY, 7 * DAY, 31 * DAY];

export function MessageRules({ contact }: { contact: string }) {
  return (
    <BodySetting<Rules>
      name="messages"
      title={<Trans>送信取消と編集</Trans>}
      about={
        <Trans>
          この団体のルームに書いたメッセージに、すぐに効きます。すでに送ったものにも当てはまります。消した言葉と直す前の言葉は、記録のために残ります。
        </Trans>
      }
      contact={contact}
    >
      {(rules, onChange) => <Fields rules={rules} onChange={onChange} />}
    </BodySetting>
  );
}

function Fields({ rules, onChange }: { rules: Rules; onChange: (rules: Rules) => void }) {
  const { t } = useLingui();
  const says = useWindow();
  return (
    <>
      <Numbers
        label={t`送信取消ができる間`}
        hint={
          <Trans>書いた本人が取り消せる時間です。管理者がルームで消すときは、この時間に限りません。</Trans>
        }
        values={windows}
        says={says}
        value={rules.withdraw_minutes}
        onChange={(withdraw_minutes) => onChange({ ...rules, withdraw_minutes })}
      />
      <Numbers
        label={t`跡を残さず取り消せる間`}
        hint={
          <Trans>
            送ってからこの間に、まだだれも読んでいなければ、取り消しても「取り消しました」の行は残りません。
          </Trans>
        }
        values={[0, 10, 30, 60]}
        says={(n) => (n === 0 ? t`いつも跡を残す` : t`${n}秒`)}
        value={rules.traceless_seconds}
        onChange={(traceless_seconds) => onChange({ ...rules, traceless_seconds })}
      />
      <Numbers
        label={t`編集ができる間`}
        hint={<Trans>書いた本人が直せる時間です。直したメッセージには「編集済み」と出ます。</Trans>}
        values={windows}
        says={says}
        value={rules.edit_minutes}
        onChange={(edit_minutes) => onChange({ ...rules, edit_minutes })}
      />
      <Numbers
        label={t`外の人がいるルームで、送る前に待つ間`}
        hint={
          <Trans>
            ゲストやほかの団体の人が読むルームでは、［送信］を押してから少なくともこの間は送らず、取り消せます。本人がもっと長くしていれば、そちらに従います。
          </Trans>
        }
        values={[0, 5, 10, 20, 30]}
        says={(n) => (n === 0 ? t`待たない` : t`${n}秒`)}
        value={rules.outside_delay_seconds}
        onChange={(outside_delay_seconds) => onChange({ ...rules, outside_delay_seconds })}
      />
    </>
  );
}

/** A span of time in the largest unit that it fills. */
function useWindow(): (minutes: number) => string {
  const { t } = useLingui();
  return (minutes) => {
    if (minutes === 0) return t`できない`;
    if (minutes % HOUR > 0) return t`${minutes}分`;
    const hours = minutes / HOUR;
    const days = minutes / DAY;
    return days > 1 && Number.isInteger(days) ? t`${days}日` : t`${hours}時間`;
  };
}
