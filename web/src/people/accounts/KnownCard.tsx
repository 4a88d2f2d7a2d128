/** The card of somebody whose own is not for the reader: what the room shows of its members, and nothing beyond (N3). */
import { Trans } from "@lingui/react/macro";

import type { Person } from "@/generated/wire";

import { CardOf, Line } from "./CardOf";
import { pathWords } from "./units";

interface Props {
  person: Person;
  /** Of the reader's own body, and not in its directory any more. */
  isGone?: boolean;
}

export function KnownCard({ person, isGone = false }: Props) {
  return (
    <CardOf person={person}>
      <dl className="grid gap-3">
        {person.kind === "guest" ? (
          <Line says={<Trans>会社・団体</Trans>}>{person.department}</Line>
        ) : (
          <Belonging person={person} />
        )}
      </dl>
      <p className="text-pretty text-small text-soft">
        {person.kind === "guest" ? (
          <Trans>
            ゲストです。招待されたルームだけを、入ったときから先だけ見ています。用件は、いっしょに入っているルームで伝えてください。
          </Trans>
        ) : isGone ? (
          <Trans>この団体の名簿に、いまは載っていない人です。内線と在席状況は出ません。</Trans>
        ) : (
          <Trans>
            ほかの団体の人です。内線と在席状況は出ません。用件は、いっしょに入っているルームで伝えてください。
          </Trans>
        )}
      </p>
    </CardOf>
  );
}

function Belonging({ person }: { person: Person }) {
  return (
    <>
      <Line says={<Trans>団体</Trans>}>{person.tenant_name}</Line>
      <Line says={<Trans>所属</Trans>}>
        {pathWords(person.department_path) || <Trans>登録がありません</Trans>}
      </Line>
    </>
  );
}
