/** Names on one side of a read mark, unit by unit as they stand in the tree. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { MessageId, RoomId } from "@/generated/wire";
import { facesOf } from "@/people/accounts/faces";
import { byUnit } from "@/people/accounts/units";
import { PersonLink } from "@/people/presence/PersonLink";
import { Button } from "@/ui/Button";
import { Face } from "@/ui/Face";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { type Side, useReaderNames } from "./who";

interface Props {
  asked: { room_id: RoomId; message_id: MessageId };
  side: Side;
  known: number;
  count: number;
  contact: string;
  /** The reader's own body: only the others are named. */
  home: string;
}

export function ReaderNames({ asked, side, known, count, contact, home }: Props) {
  const { t } = useLingui();
  const { people, isPending, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useReaderNames(asked, side, known);
  if (isError) {
    return (
      <NotRead
        title={<Trans>名前を読み込めませんでした。</Trans>}
        contact={contact}
        onAgain={() => void refetch()}
      />
    );
  }
  if (isPending) return <Waiting says={t`名前を読み込んでいます`} />;
  const faces = facesOf(people);
  const rest = count - people.length;
  return (
    <>
      {byUnit(people, (person) => person, home).map(({ unit, people: inUnit }) => (
        <section key={unit} aria-label={unit || t`所属なし`}>
          {unit && (
            <h3 className="pt-3.5 pb-1 text-small font-bold text-firm">
              {unit} <span className="figures font-normal text-soft">{t`${inUnit.length}人`}</span>
            </h3>
          )}
          <ul>
            {inUnit.map((person) => (
              <li
                key={person.account_id}
                className="grid grid-cols-[2.25rem_minmax(0,1fr)] items-center gap-2.5 py-1.5"
              >
                <Face
                  round
                  size="small"
                  letters={faces.get(person.account_id) ?? ""}
                  of={person.account_id}
                />
                <div className="min-w-0">
                  <p className="font-name text-small font-bold">
                    <PersonLink person={person} />
                  </p>
                  <p className="text-small text-soft">{person.job_title}</p>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && (
        <Button small wide isDisabled={isFetchingNextPage} onPress={() => void fetchNextPage()}>
          {rest > 0 ? t`続きを読み込む（あと${rest}人）` : t`続きを読み込む`}
        </Button>
      )}
    </>
  );
}
