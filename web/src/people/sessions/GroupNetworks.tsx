/** 使えるネットワーク of one group of accounts: typed, then what would change, and only then the change (ZONE-8). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Text, TextArea, TextField } from "react-aria-components";

import type { AccountGroup, ForeseenNetworks, GroupNetworks as Kept } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Dialog, DialogBody, DialogFoot } from "@/ui/Dialog";
import { box, FieldLabel } from "@/ui/Field";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { type Typed, typed, useDecideNetworks, useForeseeNetworks, useGroupNetworks } from "./groupNetworks";

interface Props {
  group: AccountGroup;
  contact: string;
  onClose: () => void;
}

export function GroupNetworks(props: Props) {
  const { t } = useLingui();
  const { group, contact, onClose } = props;
  const found = useGroupNetworks(group.group_id);
  const { name } = group;
  const again = () => void found.refetch();
  return (
    <Dialog isOpen wide title={<Trans>{name}の使えるネットワーク</Trans>} onClose={onClose}>
      {found.isPending && <Waiting says={t`決まりを読み込んでいます`} />}
      {found.isError && (
        <NotRead title={<Trans>決まりを読み込めませんでした。</Trans>} contact={contact} onAgain={again} />
      )}
      {found.data && <Decide {...props} kept={found.data} />}
    </Dialog>
  );
}

function Decide({ group, contact, onClose, kept }: Props & { kept: Kept }) {
  const [wish, setWish] = useState<Typed>(() => typed(kept));
  const [isMeant, mean] = useState(false);
  const foresee = useForeseeNetworks(group.group_id);
  const decide = useDecideNetworks(group.group_id);
  const seen = foresee.data;
  const change = (part: Partial<Typed>) => {
    foresee.reset();
    decide.reset();
    mean(false);
    setWish({ ...wish, ...part });
  };
  const needsWord = seen?.foreseen.is_own === true && !isMeant;
  return (
    <>
      <DialogBody>
        <Asked wish={wish} kept={kept} onChange={change} />
        {seen && <Seen seen={seen} isMeant={isMeant} onMean={mean} />}
        <Trouble error={foresee.error ?? decide.error} contact={contact} />
      </DialogBody>
      <DialogFoot>
        <Button onPress={onClose}>
          <Trans>やめる</Trans>
        </Button>
        {seen ? (
          <Button
            look="first"
            isDisabled={needsWord || decide.isPending}
            onPress={() => decide.mutate({ seen, even_own: isMeant }, { onSuccess: onClose })}
          >
            <Trans>保存する</Trans>
          </Button>
        ) : (
          <Button look="first" isDisabled={foresee.isPending} onPress={() => foresee.mutate(wish)}>
            <Trans>変わる内容を確かめる</Trans>
          </Button>
        )}
      </DialogFoot>
    </>
  );
}

interface AskedProps {
  wish: Typed;
  kept: Kept;
  onChange: (part: Partial<Typed>) => void;
}

function Asked({ wish, kept, onChange }: AskedProps) {
  const { t } = useLingui();
  const { own_address: address } = kept;
  const side = kept.own_zone === "lgwan" ? t`LGWAN側` : t`インターネット側`;
  return (
    <>
      <p className="text-pretty">
        <Trans>
          このグループの人が使えるネットワークを、側ごとに一行に一つずつ書きます。何も書かない側は、どこからでも使えます。
        </Trans>
      </p>
      <Lines
        label={t`LGWAN側`}
        hint={t`例：10.1.0.0/16`}
        value={wish.lgwan}
        onChange={(lgwan) => onChange({ lgwan })}
      />
      <Lines
        label={t`インターネット側`}
        hint={t`例：203.0.113.5、2001:db8:1::/48`}
        value={wish.internet}
        onChange={(internet) => onChange({ internet })}
      />
      <p className="figures text-small text-soft wrap-anywhere">
        <Trans>
          あなたはいま、{side}の {address} から使っています。
        </Trans>
      </p>
    </>
  );
}

interface LinesProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
}

function Lines({ label, hint, value, onChange }: LinesProps) {
  return (
    <TextField value={value} onChange={onChange} className="grid gap-1.5">
      <FieldLabel required={false}>{label}</FieldLabel>
      <Text slot="description" className="text-small text-soft">
        {hint}
      </Text>
      <TextArea
        className={`${box} figures`}
        rows={3}
        autoCapitalize="none"
        autoComplete="off"
        spellCheck="false"
      />
    </TextField>
  );
}

interface SeenProps {
  seen: ForeseenNetworks;
  isMeant: boolean;
  onMean: (isMeant: boolean) => void;
}

/** On a small screen it opens below what was typed, where nobody would look for it. */
const comeIntoSight = (at: HTMLElement | null) => at?.scrollIntoView({ block: "nearest" });

function Seen({ seen, isMeant, onMean }: SeenProps) {
  const { t } = useLingui();
  const { people, ending, is_own: isOwn } = seen.foreseen;
  const anywhere = t`どこからでも`;
  const from = (networks: readonly string[]) => networks.join("、") || anywhere;
  return (
    <section
      ref={comeIntoSight}
      aria-label={t`変わる内容`}
      className="grid gap-2 rounded-8 border border-line px-3 py-2"
    >
      <p className="font-bold" role="status">
        <Trans>次のように変わります。</Trans>
      </p>
      <dl className="figures grid gap-1 wrap-anywhere">
        <Pair what={t`LGWAN側`} is={from(seen.lgwan)} />
        <Pair what={t`インターネット側`} is={from(seen.internet)} />
        <Pair what={t`決まりが効く人`} is={t`${people.toLocaleString("ja-JP")}人`} />
        <Pair what={t`すぐに終わるログイン`} is={t`${ending.toLocaleString("ja-JP")}件`} />
      </dl>
      {isOwn && (
        <label className="flex min-h-11 items-start gap-2 rounded-8 border border-danger-line bg-danger-soft px-3 py-2 text-danger">
          <input
            type="checkbox"
            className="mt-1 size-5 shrink-0 accent-accent"
            checked={isMeant}
            onChange={(event) => onMean(event.target.checked)}
          />
          <span className="text-pretty">
            <Trans>
              保存すると、あなた自身も、いまいるところから使えなくなります。それでも保存するときは、印を付けてください。
            </Trans>
          </span>
        </label>
      )}
    </section>
  );
}

function Pair({ what, is }: { what: string; is: string }) {
  return (
    <div className="flex flex-wrap gap-x-3">
      <dt className="text-soft">{what}</dt>
      <dd>{is}</dd>
    </div>
  );
}
