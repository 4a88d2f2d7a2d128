/** Whom one has asked for a talk. It says that it waits, and nothing else: how somebody answered is not known here. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { RefObject } from "react";

import type { SentAsk } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Found } from "@/ui/Found";
import { useNow } from "@/ui/now";

import { useSentAsks, useWithdraw } from "./asking";
import { NotDone } from "./NotDone";
import { Towards, Words } from "./Towards";

interface Props {
  contact: string;
  heading: RefObject<HTMLHeadingElement | null>;
}

export function Sent({ contact, heading }: Props) {
  const { t } = useLingui();
  const found = useSentAsks();
  return (
    <section aria-label={t`伝えた「話したい」`} className="grid gap-3 border-t border-line pt-4">
      <h2 className="font-bold">
        <Trans>伝えた「話したい」</Trans>
      </h2>
      <Found
        of={found}
        waiting={t`伝えた「話したい」を読み込んでいます`}
        notRead={<Trans>伝えた「話したい」を読み込めませんでした。</Trans>}
        contact={contact}
      >
        {({ sent }) =>
          sent.length === 0 ? (
            <p className="text-small text-soft">
              <Trans>いま返事を待っているものはありません。</Trans>
            </p>
          ) : (
            <ul className="grid gap-3">
              {sent.map((one) => (
                <One key={one.person.account_id} one={one} contact={contact} heading={heading} />
              ))}
            </ul>
          )
        }
      </Found>
    </section>
  );
}

function One({ one, contact, heading }: Props & { one: SentAsk }) {
  const { t } = useLingui();
  const { dayLine } = useDates();
  const withdraw = useWithdraw(() => heading.current?.focus());
  const day = dayLine(dayInJapan(new Date(one.lapses_at)), dayInJapan(useNow()));
  const name = fullName(one.person);
  return (
    <Towards person={one.person}>
      <Words words={one.words} />
      <p className="figures text-pretty text-small text-soft">
        {one.is_withdrawn ? (
          <Trans>取り消しました。{day}を過ぎると、もう一度伝えられます。</Trans>
        ) : (
          <Trans>返事待ち（{day}まで）</Trans>
        )}
      </p>
      {!one.is_withdrawn && (
        <div>
          <Button
            aria-label={t`${name}さんに伝えたことを取り消す`}
            isDisabled={withdraw.isPending}
            onPress={() => withdraw.mutate(one.person.account_id)}
          >
            <Trans>取り消す</Trans>
          </Button>
        </div>
      )}
      <NotDone error={withdraw.error} contact={contact} />
    </Towards>
  );
}
