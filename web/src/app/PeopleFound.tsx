/** What was found in the directory, in each of its states: on its way, nobody, not reached, and the list itself. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { AccountId } from "@/generated/wire";
import { fullName } from "@/kit/names";
import type { usePeople } from "@/people/accounts/directory";
import { KanaBar } from "@/people/accounts/KanaBar";
import { PeopleList, type Signs } from "@/people/accounts/PeopleList";
import { FrameMeans } from "@/ui/AsTyped";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

interface Props {
  query: ReturnType<typeof usePeople>;
  asked: { words: string; byUnit: boolean; under: string | null; from: string };
  open: AccountId | null;
  signs: Signs;
  contact: string;
  onJump: (from: string) => void;
}

export function PeopleFound({ query, asked, open, signs, contact, onJump }: Props) {
  const { t } = useLingui();
  const { words, byUnit, under, from } = asked;
  if (query.isPending) return <Waiting says={t`名簿を読み込んでいます`} />;
  if (query.isError && !query.data) {
    return (
      <NotRead
        title={<Trans>名簿を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => query.refetch()}
      />
    );
  }
  const isLong = query.hasNextPage || from !== "" || query.data.length > 50;
  return (
    <>
      <div className="px-4 empty:hidden">
        <FrameMeans texts={query.data.map(fullName)} />
      </div>
      {!byUnit && isLong && <KanaBar from={from} onJump={onJump} />}
      {query.data.length === 0 ? (
        <Nobody words={words} from={from} />
      ) : (
        <PeopleList
          key={`${words} ${byUnit} ${under} ${from}`}
          people={query.data}
          {...{ byUnit, under, open, signs }}
          more={query.hasNextPage ? () => void query.fetchNextPage() : null}
        />
      )}
    </>
  );
}

function Nobody({ words, from }: { words: string; from: string }) {
  const { t } = useLingui();
  if (words !== "") {
    return (
      <Notice title={t`「${words}」に当てはまる職員はいません。`}>
        <Trans>ふりがなや、名字だけでも探せます。ローマ字でも探せます。</Trans>
      </Notice>
    );
  }
  if (from !== "") return <Notice title={<Trans>ここから後に、職員はいません。</Trans>} />;
  return <Notice title={<Trans>この所属に、職員はいません。</Trans>} />;
}
