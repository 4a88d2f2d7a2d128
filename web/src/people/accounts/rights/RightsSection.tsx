/** 管理 › 権限: what the members of the body may do, unless a group or a word about a person says otherwise (ORG-9). */
import { Trans } from "@lingui/react/macro";

import type { Right } from "@/generated/wire";
import { BodySetting } from "@/people/orgs/BodySetting";

import { RightWord } from "./RightWord";
import { rights } from "./words";

interface Said {
  members: Partial<Record<Right, boolean>>;
}

const all = Object.keys(rights) as Right[];

export function RightsSection({ contact }: { contact: string }) {
  return (
    <BodySetting<Said>
      name="rights"
      title={<Trans>職員の権限</Trans>}
      about={
        <Trans>
          職員の全員に効きます。一部の人だけ変えるときは、アカウント管理グループの権限か、職員の表で開いた一人の「権限」で決めます。管理者と所有者には効きません。保存すると、全員の画面がすぐに読み直されます。
        </Trans>
      }
      contact={contact}
    >
      {({ members }, onChange) => (
        <ul className="divide-y divide-line rounded-8 border border-line">
          {all.map((right) => (
            <RightWord
              key={right}
              right={right}
              word={members[right] ?? null}
              onSay={(word) => onChange({ members: saidAnew(members, right, word) })}
            />
          ))}
        </ul>
      )}
    </BodySetting>
  );
}

function saidAnew(members: Said["members"], right: Right, word: boolean | null): Said["members"] {
  const { [right]: _, ...others } = members;
  return word === false ? { ...others, [right]: false } : others;
}
