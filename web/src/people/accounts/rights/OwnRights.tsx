/** What one may do and why, for everybody to read about themselves (ORG-9). */
import { Trans, useLingui } from "@lingui/react/macro";

import { NearLeaders } from "@/people/access/NearLeaders";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { Given } from "./Given";
import { Leads } from "./Leads";
import { RightWord } from "./RightWord";
import { useOwnRights } from "./rights";

export function OwnRights({ contact }: { contact: string }) {
  const { t } = useLingui();
  const found = useOwnRights();
  if (found.isPending) return <Waiting says={t`できることを読み込んでいます`} />;
  if (found.isError) {
    const again = () => void found.refetch();
    return (
      <NotRead title={<Trans>できることを読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
    );
  }
  const { rights, group, people, leads } = found.data;
  return (
    <>
      <ul className="divide-y divide-line rounded-8 border border-line">
        {rights.map((given) => (
          <RightWord
            key={given.right}
            right={given.right}
            word={null}
            beside={<Given given={given} group={group} people={people} />}
            onSay={null}
          />
        ))}
      </ul>
      <Leads units={leads} />
      <p className="text-small text-soft">
        <Trans>仕事に必要なものが「できません」になっているときは、{contact}へお知らせください。</Trans>
      </p>
      <NearLeaders />
    </>
  );
}
