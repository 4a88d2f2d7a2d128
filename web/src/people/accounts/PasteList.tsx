/** 「一覧から貼り付け」: each row is looked up and shown with what came of it before anybody is chosen (ORG-18). */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import type { AccountId, OrganizationId, Person } from "@/generated/wire";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { box } from "@/ui/Field";

import { PastedRows } from "./PastedRows";
import { settled, useResolve } from "./pasted";

interface Props {
  organization: OrganizationId | null;
  present: ReadonlySet<AccountId>;
  chosen: Person[];
  onTake: (people: Person[]) => void;
}

export function PasteList({ organization, present, chosen, onTake }: Props) {
  const [isOpen, open] = useState(false);
  if (!isOpen) {
    return (
      <div>
        <Button small onPress={() => open(true)}>
          <Trans>一覧から貼り付け</Trans>
        </Button>
      </div>
    );
  }
  const there = [...present, ...chosen.map((person) => person.account_id)];
  return (
    <Pasting
      organization={organization}
      present={there}
      onClose={() => open(false)}
      onTake={(people) => {
        onTake(people);
        open(false);
      }}
    />
  );
}

interface PastingProps {
  organization: OrganizationId | null;
  present: AccountId[];
  onClose: () => void;
  onTake: (people: Person[]) => void;
}

function Pasting({ organization, present, onClose, onTake }: PastingProps) {
  const { t } = useLingui();
  const [text, setText] = useState("");
  const [picked, setPicked] = useState<ReadonlyMap<number, Person>>(new Map());
  const look = useResolve();
  const rows = look.data ?? null;
  const taken = rows
    ? [...settled(rows).flatMap((row) => row.people), ...picked.values()].filter(isFirst)
    : [];
  const again = () => {
    look.reset();
    setPicked(new Map());
  };

  return (
    <section aria-label={t`一覧から貼り付け`} className="grid gap-2 rounded-8 border border-edge p-3">
      {rows ? (
        <PastedRows
          rows={rows}
          picked={picked}
          onPick={(row, person) => setPicked((before) => new Map(before).set(row, person))}
        />
      ) : (
        <Area text={text} onChange={setText} />
      )}
      <NotLooked error={look.error} />
      <div className="flex flex-wrap justify-end gap-2">
        {rows ? (
          <Take count={taken.length} onAgain={again} onTake={() => onTake(taken)} />
        ) : (
          <Look
            isReady={text.trim() !== "" && !look.isPending}
            isLooking={look.isPending}
            onClose={onClose}
            onLook={() => look.mutate({ text, present, organization })}
          />
        )}
      </div>
    </section>
  );
}

interface LookProps {
  isReady: boolean;
  isLooking: boolean;
  onClose: () => void;
  onLook: () => void;
}

function Look({ isReady, isLooking, onClose, onLook }: LookProps) {
  return (
    <>
      <Button small onPress={onClose}>
        <Trans>閉じる</Trans>
      </Button>
      <Button small isDisabled={!isReady} onPress={onLook}>
        {isLooking ? <Trans>調べています</Trans> : <Trans>1行ずつ調べる</Trans>}
      </Button>
    </>
  );
}

interface TakeProps {
  count: number;
  onAgain: () => void;
  onTake: () => void;
}

function Take({ count, onAgain, onTake }: TakeProps) {
  return (
    <>
      <Button small onPress={onAgain}>
        <Trans>貼り直す</Trans>
      </Button>
      <Button small isDisabled={count === 0} onPress={onTake}>
        <Trans>{count}人を選ぶ</Trans>
      </Button>
    </>
  );
}

function Area({ text, onChange }: { text: string; onChange: (text: string) => void }) {
  return (
    <label className="grid gap-1">
      <span className="font-bold">
        <Trans>職員番号・メール・氏名の一覧</Trans>
      </span>
      <span className="text-small text-soft">
        <Trans>1行に1人です。表計算ソフトから、そのまま貼り付けられます。まだだれも加わりません。</Trans>
      </span>
      <textarea
        rows={5}
        value={text}
        autoCapitalize="none"
        onChange={(event) => onChange(event.target.value)}
        className={`${box} font-name`}
      />
    </label>
  );
}

function NotLooked({ error }: { error: Error | null }) {
  const { t } = useLingui();
  if (!error) return null;
  return (
    <p role="alert" className="text-small text-danger">
      {error instanceof Refusal
        ? sentenceOf(error, "")
        : t`通信が切れています。貼り付けた一覧は残っています。もう一度押してください。`}
    </p>
  );
}

function isFirst(person: Person, at: number, all: readonly Person[]): boolean {
  return all.findIndex((other) => other.account_id === person.account_id) === at;
}
