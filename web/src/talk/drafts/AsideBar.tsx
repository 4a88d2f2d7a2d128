/** Above the field: what was written on another device meanwhile, to be taken instead or thrown away. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation } from "@tanstack/react-query";
import type { RefObject } from "react";

import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { Icon } from "@/ui/Icon";

import type { Writing } from "./draft";
import type { Place } from "./entry";
import { dropAside } from "./shared";

interface Props {
  place: Place;
  draft: Writing;
  contact: string;
  field: RefObject<HTMLTextAreaElement | null>;
}

export function AsideBar({ place, draft, contact, field }: Props) {
  const { t } = useLingui();
  const { aside } = draft;
  const dropping = useMutation({ mutationFn: (version: string) => dropAside(place, version) });
  if (!aside) return null;
  const toField = () => field.current?.focus({ preventScroll: true });
  return (
    <section
      aria-label={t`別の端末で書いた下書き`}
      className="mx-2.5 mb-1.5 flex flex-wrap items-center gap-2 rounded-8 bg-sunken py-1.5 pr-1.5 pl-3 text-small text-firm mid:mx-5"
    >
      <Icon name="pencil" size={18} />
      <p className="min-w-0 grow basis-40">
        <span className="block">
          <Trans>別の端末で書いた下書きがあります。</Trans>
        </span>
        <span className="line-clamp-2 font-name text-ink">
          <AsTyped>{aside.text}</AsTyped>
        </span>
      </p>
      <span className="ml-auto flex flex-wrap gap-2">
        <Button
          small
          onPress={() => {
            draft.take(aside);
            toField();
          }}
        >
          <Trans>こちらを使う</Trans>
        </Button>
        <Button
          small
          isDisabled={dropping.isPending}
          onPress={() => {
            dropping.mutate(aside.version);
            toField();
          }}
        >
          <Trans>消す</Trans>
        </Button>
      </span>
      <Trouble error={dropping.error} contact={contact} />
    </section>
  );
}
