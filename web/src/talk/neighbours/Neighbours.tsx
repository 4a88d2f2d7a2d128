/** Below what was found in the directory: people of other bodies, asked for by a press of their own. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { Neighbour } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";

import { AskFor } from "./AskFor";
import { NotDone } from "./NotDone";
import { useFindable, useFindNeighbours } from "./neighbours";

interface Props {
  words: string;
  contact: string;
}

export function Neighbours({ words, contact }: Props) {
  const { t } = useLingui();
  const { data } = useFindable();
  if (!data?.offered || !data.findable || words.length < 2) return null;
  return (
    <section
      aria-label={t`ほかの団体の人`}
      className="grid shrink-0 content-start gap-2 border-t border-line px-4 py-3 mid:max-h-[50%] mid:overflow-y-auto"
    >
      <h2 className="font-bold">
        <Trans>ほかの団体の人</Trans>
      </h2>
      <Search key={words} words={words} contact={contact} />
    </section>
  );
}

function Search({ words, contact }: Props) {
  const finding = useFindNeighbours();
  if (finding.data) return <Found people={finding.data} words={words} contact={contact} />;
  return (
    <>
      <div>
        <Button icon="search" isDisabled={finding.isPending} onPress={() => finding.mutate(words)}>
          <Trans>「{words}」をほかの団体でも探す</Trans>
        </Button>
      </div>
      <NotDone error={finding.error} contact={contact} />
    </>
  );
}

function Found({ people, words, contact }: Props & { people: Neighbour[] }) {
  const { t } = useLingui();
  if (people.length === 0) {
    return (
      <p role="status" className="text-pretty text-soft">
        <Trans>「{words}」に当てはまる人は、見つかるようにしている人の中にいません。</Trans>
      </p>
    );
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled with the keys.
    <ul tabIndex={0} aria-label={t`ほかの団体で見つかった人`}>
      {people.map((person) => (
        <li key={person.account_id} className="grid min-h-14 content-center gap-1 py-2">
          <span className="font-name font-bold">
            <AsTyped>{fullName(person)}</AsTyped>
          </span>
          <span className="flex flex-wrap gap-x-2 text-small text-soft">
            <span className="font-bold">［{person.tenant_name}］</span>
            <span>{person.department}</span>
            <span>{person.job_title}</span>
          </span>
          <AskFor person={person} contact={contact} />
        </li>
      ))}
    </ul>
  );
}
