/** The card of a colleague: name with kana, title, whole path, extension to copy, where else they serve. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";

import type { AccountId, PersonCard as Card, Person } from "@/generated/wire";
import { dayInJapan } from "@/kit/days";
import { Refusal } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";
import { Notice } from "@/ui/Notice";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { CardOf, Line } from "./CardOf";
import { useCard } from "./directory";
import { KnownCard } from "./KnownCard";
import { pathWords } from "./units";

interface Props {
  of: AccountId;
  /** What the place from which it is opened shows of them anyway: said where there is no card to be had. */
  known?: Person;
  /** Whether they can be reached, in a shape and in words. */
  presence: ReactNode;
  /** What can be done with them, if anything can where the card stands. */
  acts?: ((card: Card) => ReactNode) | null;
  contact: string;
}

export function PersonCard({ of, known, presence, acts = null, contact }: Props) {
  const { t } = useLingui();
  const card = useCard(of);
  if (card.isPending) return <Waiting says={t`職員の情報を読み込んでいます`} />;
  if (card.isError) {
    return <NoCard {...{ error: card.error, known, contact }} onAgain={() => card.refetch()} />;
  }
  return <Shown card={card.data} presence={presence} acts={acts?.(card.data)} />;
}

function Shown({ card, presence, acts }: { card: Card; presence: ReactNode; acts: ReactNode }) {
  const { person } = card;
  return (
    <CardOf person={person}>
      {acts}
      <dl className="grid gap-3">
        <Line says={<Trans>在席状況</Trans>}>{presence}</Line>
        <Line says={<Trans>内線</Trans>}>
          {card.extension ? <Extension number={card.extension} /> : <Trans>登録がありません</Trans>}
        </Line>
        <Line says={<Trans>所属</Trans>}>
          {pathWords(person.department_path) || <Trans>登録がありません</Trans>}
        </Line>
        {card.concurrent.length > 0 && (
          <Line says={<Trans>兼務</Trans>}>
            {card.concurrent.map((each) => (
              <span key={each} className="block">
                {pathWords(each)}
              </span>
            ))}
          </Line>
        )}
        {card.former.length > 0 && <Former units={card.former} />}
        {card.place && <Line says={<Trans>勤務場所</Trans>}>{card.place}</Line>}
        {card.profile.map((field) => (
          <Line key={field.name} says={field.name}>
            <span className="wrap-anywhere">{field.value}</span>
          </Line>
        ))}
        {person.tail && (
          <Line says={<Trans>職員番号</Trans>}>
            <Trans>末尾 {person.tail}（同じ所属・職名に同姓同名の人がいます）</Trans>
          </Line>
        )}
      </dl>
    </CardOf>
  );
}

/** Where they served when older messages were written. */
function Former({ units }: { units: Card["former"] }) {
  const { t } = useLingui();
  const { denseDay } = useDates();
  return (
    <Line says={<Trans>以前の所属</Trans>}>
      {units.map(({ path, until }) => (
        <span key={path} className="block">
          {t`（当時）${pathWords(path)}`}{" "}
          <span className="figures text-small text-soft">
            <Trans>{denseDay(dayInJapan(until))}まで</Trans>
          </span>
        </span>
      ))}
    </Line>
  );
}

function Extension({ number }: { number: string }) {
  const [isCopied, setCopied] = useState(false);
  const copy = () => void navigator.clipboard?.writeText(number).then(() => setCopied(true));
  return (
    <span className="flex flex-wrap items-center gap-3">
      <span className="figures select-all text-title font-bold">{number}</span>
      <Button small onPress={copy}>
        <Trans>コピー</Trans>
      </Button>
      <span role="status" className="text-small text-soft">
        {isCopied && <Trans>コピーしました</Trans>}
      </span>
    </span>
  );
}

interface NoCardProps {
  error: Error;
  known: Person | undefined;
  contact: string;
  onAgain: () => void;
}

function NoCard({ error, known, contact, onAgain }: NoCardProps) {
  if (error instanceof Refusal && error.status < 500) {
    if (known) return <KnownCard person={known} isGone />;
    return (
      <Notice icon="people" title={<Trans>この人の情報は開けません。</Trans>}>
        <Trans>利用を止めているか、ほかの団体の人です。困ったときは{contact}へ。</Trans>
      </Notice>
    );
  }
  return (
    <NotRead title={<Trans>職員の情報を読み込めませんでした。</Trans>} contact={contact} onAgain={onAgain} />
  );
}
