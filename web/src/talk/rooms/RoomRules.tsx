/** The rules of a room, each as one of a few: what newcomers read, who is shown who has read, reactions, quiet lines, paper. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Room } from "@/generated/wire";
import { Choice } from "@/ui/Choice";

import type { Wish } from "./setting";

export type RulesOfRoom = Required<
  Pick<Wish, "shows_past" | "readers" | "reactions" | "shows_lines" | "printing">
>;

export function rulesOf({ rules }: Room): RulesOfRoom {
  const { shows_past, readers, reactions, shows_lines, printing } = rules;
  return { shows_past, readers, reactions, shows_lines, printing };
}

interface Props {
  rules: RulesOfRoom;
  onChange: (rules: RulesOfRoom) => void;
}

export function RoomRules({ rules, onChange }: Props) {
  const { t } = useLingui();
  return (
    <>
      <Choice
        label={t`新しく入った人に`}
        value={yesOrNo(rules.shows_past)}
        choices={[
          { value: "yes", says: <Trans>前のメッセージも見せる</Trans> },
          { value: "no", says: <Trans>入ったあとだけ見せる</Trans> },
        ]}
        onChange={(chosen) => onChange({ ...rules, shows_past: chosen === "yes" })}
      />
      <Choice
        label={t`だれが読んだか（既読）`}
        value={rules.readers}
        choices={[
          { value: "everyone", says: <Trans>全員に見せる</Trans> },
          { value: "author", says: <Trans>書いた人だけに見せる</Trans> },
          { value: "count", says: <Trans>人数だけ見せる</Trans> },
          { value: "none", says: <Trans>見せない</Trans> },
        ]}
        onChange={(readers) => onChange({ ...rules, readers })}
      />
      <Choice
        label={t`リアクション`}
        value={yesOrNo(rules.reactions)}
        choices={[
          { value: "yes", says: <Trans>使う</Trans> },
          { value: "no", says: <Trans>使わない</Trans> },
        ]}
        onChange={(chosen) => onChange({ ...rules, reactions: chosen === "yes" })}
      />
      <Choice
        label={t`出入りや名前の変更`}
        value={yesOrNo(rules.shows_lines)}
        choices={[
          { value: "yes", says: <Trans>トークに出す</Trans> },
          { value: "no", says: <Trans>出さない</Trans> },
        ]}
        onChange={(chosen) => onChange({ ...rules, shows_lines: chosen === "yes" })}
      />
      <Choice
        label={t`印刷`}
        value={yesOrNo(rules.printing)}
        choices={[
          { value: "yes", says: <Trans>できる</Trans> },
          { value: "no", says: <Trans>できない</Trans> },
        ]}
        onChange={(chosen) => onChange({ ...rules, printing: chosen === "yes" })}
      />
    </>
  );
}

function yesOrNo(is: boolean): "yes" | "no" {
  return is ? "yes" : "no";
}
