/** Finding another body by name, prefecture, kind and size: a press on its name is the choice. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useDeferredValue, useState } from "react";
import { Button as Press } from "react-aria-components";

import type { BodyKind, ListedBody } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { SearchBox } from "@/ui/SearchBox";
import { Select } from "@/ui/Select";
import { Waiting } from "@/ui/Waiting";

import { anyBody, type BodyWish, bodyKinds, kindNames, prefectures, sizes, useBodies } from "./bodies";

interface Props {
  contact: string;
  onPick: (body: ListedBody) => void;
}

export function FindBody({ contact, onPick }: Props) {
  const { t } = useLingui();
  const [wish, setWish] = useState(anyBody);
  const found = useBodies({ ...wish, q: useDeferredValue(wish.q.trim()) });
  const bodies = found.data?.pages.flatMap((page) => page.bodies) ?? [];
  return (
    <div className="grid min-w-0 grid-cols-1 gap-3">
      <SearchBox label={t`団体の名前で探す`} value={wish.q} onChange={(q) => setWish({ ...wish, q })} />
      <Narrowing wish={wish} onChange={setWish} />
      {found.isPending && <Waiting says={t`団体を読み込んでいます`} />}
      <Trouble error={found.error} contact={contact} />
      {found.data && (
        <section aria-label={t`見つかった団体`} className="grid gap-2">
          {bodies.length === 0 && (
            <p className="text-soft">
              <Trans>当てはまる団体はありません。広域連携に加わっている団体だけが出ます。</Trans>
            </p>
          )}
          <ul className="grid">
            {bodies.map((body) => (
              <li key={body.tenant_id}>
                <Press
                  onPress={() => onPick(body)}
                  className="grid min-h-11 w-full cursor-pointer rounded-8 px-3 py-1.5 text-left hover:bg-hovered data-focus-visible:bg-hovered"
                >
                  <BodyWords body={body} />
                </Press>
              </li>
            ))}
          </ul>
          {found.hasNextPage && (
            <Button small isDisabled={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
              <Trans>続きを見る</Trans>
            </Button>
          )}
        </section>
      )}
    </div>
  );
}

/** What tells one body from another of its name. */
export function BodyWords({ body }: { body: ListedBody }) {
  const { t, i18n } = useLingui();
  const people = body.population === null ? "" : t`人口${body.population.toLocaleString("ja-JP")}人`;
  const place = body.prefecture === null ? "" : (prefectures[body.prefecture - 1] ?? "");
  return (
    <>
      <span className="font-bold">
        <AsTyped>{body.name}</AsTyped>
      </span>
      <span className="text-small text-soft">
        {[i18n._(kindNames[body.kind]), place, people].filter(Boolean).join("　")}
      </span>
    </>
  );
}

function Narrowing({ wish, onChange }: { wish: BodyWish; onChange: (wish: BodyWish) => void }) {
  const { t, i18n } = useLingui();
  const all = { value: "", says: t`すべて` };
  const size = sizes.findIndex(({ least, below }) => least === wish.least && below === wish.below);
  const narrow = (at: string) => {
    const chosen = at === "" ? undefined : sizes[Number(at)];
    onChange({ ...wish, least: chosen?.least ?? null, below: chosen?.below ?? null });
  };
  return (
    <div className="grid gap-3 mid:grid-cols-3">
      <Select
        label={t`都道府県`}
        value={wish.prefecture === null ? "" : String(wish.prefecture)}
        onChange={(number) => onChange({ ...wish, prefecture: number === "" ? null : Number(number) })}
        options={[all, ...prefectures.map((says, at) => ({ value: String(at + 1), says }))]}
      />
      <Select
        label={t`種別`}
        value={wish.kind ?? ""}
        onChange={(kind) =>
          onChange({
            ...wish,
            kind: (bodyKinds.find((each) => each === kind) ?? null) satisfies BodyKind | null,
          })
        }
        options={[all, ...bodyKinds.map((kind) => ({ value: kind, says: i18n._(kindNames[kind]) }))]}
      />
      <Select
        label={t`人口`}
        value={size < 0 || (wish.least === null && wish.below === null) ? "" : String(size)}
        onChange={narrow}
        options={[all, ...sizes.map(({ says }, at) => ({ value: String(at), says: i18n._(says) }))]}
      />
    </div>
  );
}
