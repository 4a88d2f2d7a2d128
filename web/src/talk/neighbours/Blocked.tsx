/** In the settings: whom one has blocked among people of other bodies, and the way back. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useRef } from "react";

import type { BlockedNeighbour } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { Found } from "@/ui/Found";

import { useBlock, useBlocked } from "./asking";
import { NotDone } from "./NotDone";
import { Towards } from "./Towards";

export function Blocked({ contact }: { contact: string }) {
  const { t } = useLingui();
  const heading = useRef<HTMLHeadingElement>(null);
  const found = useBlocked();
  return (
    <div className="grid gap-3">
      <h3 ref={heading} tabIndex={-1} className="font-bold outline-none">
        <Trans>ブロックした人</Trans>
      </h3>
      <Found
        of={found}
        waiting={t`ブロックした人を読み込んでいます`}
        notRead={<Trans>ブロックした人を読み込めませんでした。</Trans>}
        contact={contact}
      >
        {({ pages }) => {
          const people = pages.flatMap((page) => page.blocked);
          if (people.length === 0) return <Nobody />;
          return (
            <ul aria-label={t`ブロックした人`} className="grid gap-3">
              {people.map((one) => (
                <One
                  key={one.person.account_id}
                  one={one}
                  contact={contact}
                  onGone={() => heading.current?.focus()}
                />
              ))}
            </ul>
          );
        }}
      </Found>
    </div>
  );
}

function Nobody() {
  return (
    <p className="text-small text-soft">
      <Trans>いません。「話したい」と伝えてきた人を、そこでブロックできます。</Trans>
    </p>
  );
}

interface OneProps {
  one: BlockedNeighbour;
  contact: string;
  onGone: () => void;
}

function One({ one, contact, onGone }: OneProps) {
  const { t } = useLingui();
  const block = useBlock(onGone);
  const { account_id: person_id } = one.person;
  const name = fullName(one.person);
  return (
    <Towards person={one.person}>
      <div>
        <Button
          aria-label={t`${name}さんのブロックを解く`}
          isDisabled={block.isPending}
          onPress={() => block.mutate({ person_id, on: false })}
        >
          <Trans>ブロックを解く</Trans>
        </Button>
      </div>
      <NotDone error={block.error} contact={contact} />
    </Towards>
  );
}
