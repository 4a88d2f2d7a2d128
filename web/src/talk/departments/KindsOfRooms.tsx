/** The body's choice of which kinds of units have a room: said in words, and saved only when it is asked for. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Checkbox, CheckboxGroup, Label } from "react-aria-components";

import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

import { type Kind, kinds, useChooseKinds, useKinds } from "./kinds";

export function KindsOfRooms({ contact }: { contact: string }) {
  const known = useKinds();
  if (!known.data) return <Trouble error={known.error} contact={contact} />;
  return <Choosing chosen={known.data} contact={contact} />;
}

function Choosing({ chosen, contact }: { chosen: Kind[]; contact: string }) {
  const { t } = useLingui();
  const [wanted, want] = useState<string[]>(chosen);
  const choose = useChooseKinds();
  const asked = kinds.filter((kind) => wanted.includes(kind));
  const isSame = asked.join() === chosen.join();
  return (
    <section className="grid gap-3 rounded-12 border border-line px-4 py-3.5">
      <CheckboxGroup value={wanted} onChange={want} className="grid gap-2">
        <Label className="font-bold">
          <Trans>所属のルームをつくる所属</Trans>
        </Label>
        <p className="text-pretty text-small text-soft">
          <Trans>
            外すと、その種類の所属のルームは「読むだけ」になります。書いたものは残り、入れ直すと続きから使えます。
          </Trans>
        </p>
        <div className="flex flex-wrap gap-2">
          {kinds.map((kind) => (
            <KindBox key={kind} kind={kind} />
          ))}
        </div>
      </CheckboxGroup>
      <div>
        <Button isDisabled={isSame || choose.isPending} onPress={() => choose.mutate(asked)}>
          <Trans>この種類にする</Trans>
        </Button>
      </div>
      <p role="status" className="text-small text-firm">
        {choose.isSuccess && isSame && t`決めました。ルームは、順に名簿に合わせていきます。`}
      </p>
      <Trouble error={choose.error} contact={contact} />
    </section>
  );
}

function KindBox({ kind }: { kind: Kind }) {
  return (
    <Checkbox
      value={kind}
      className="group flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-edge px-3 data-selected:border-accent data-selected:bg-accent-soft data-selected:font-bold data-selected:text-accent-firm"
    >
      <span
        aria-hidden="true"
        className="grid size-5 shrink-0 place-items-center rounded-4 border-2 border-edge group-data-selected:border-accent"
      >
        <span className="hidden group-data-selected:block">
          <Icon name="check" size={16} />
        </span>
      </span>
      <span lang="ja">{kind}</span>
    </Checkbox>
  );
}
