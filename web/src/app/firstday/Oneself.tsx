/** 「お名前と所属はこれで正しいですか」: what the roster says, and a way to say no that reaches the administrators. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type ReactNode, useState } from "react";
import { FieldError, Label, TextArea, TextField } from "react-aria-components";

import type { Oneself as Known } from "@/generated/wire";
import { fullName } from "@/kit/names";
import { pathWords } from "@/people/accounts/units";
import { useAskCorrection } from "@/people/sessions/welcome";
import { Refusal, sentenceOf } from "@/platform/refusals";
import { AsTyped, FrameMeans } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";

import { Asks, Foot } from "./Foot";

interface Props {
  oneself: Known;
  onNext: () => void;
}

export function Oneself({ oneself, onNext }: Props) {
  const [wrong, setWrong] = useState(false);
  return (
    <>
      <Asks>
        <Trans>お名前と所属はこれで正しいですか</Trans>
      </Asks>
      <Lines oneself={oneself} />
      {wrong ? (
        <Correction contact={oneself.contact} onNext={onNext} onKeep={() => setWrong(false)} />
      ) : (
        <>
          <div>
            <Button onPress={() => setWrong(true)}>
              <Trans>違うところがあります</Trans>
            </Button>
          </div>
          <Foot act={<Trans>正しいので次へ</Trans>} onAct={onNext} onSkip={onNext} />
        </>
      )}
    </>
  );
}

function Lines({ oneself: { person, login_id } }: { oneself: Known }) {
  return (
    <dl className="grid gap-3">
      <Line term={<Trans>氏名</Trans>}>
        <span className="font-name text-lead font-bold">
          <AsTyped>{fullName(person)}</AsTyped>
        </span>
        <span className="ml-3 inline-block text-small text-soft">{person.kana}</span>
        <FrameMeans texts={[fullName(person)]} />
      </Line>
      <Line term={<Trans>所属</Trans>}>{pathWords(person.department_path) || <Trans>—</Trans>}</Line>
      <Line term={<Trans>職名</Trans>}>{person.job_title || <Trans>—</Trans>}</Line>
      <Line term={<Trans>職員番号</Trans>}>
        <span className="figures">{login_id}</span>
      </Line>
    </dl>
  );
}

function Line({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-0.5">
      <dt className="text-small text-soft">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface CorrectionProps {
  contact: string;
  onNext: () => void;
  onKeep: () => void;
}

function Correction({ contact, onNext, onKeep }: CorrectionProps) {
  const { t } = useLingui();
  const ask = useAskCorrection();
  const [words, setWords] = useState("");
  const [tried, setTried] = useState(false);
  const send = () => {
    setTried(true);
    if (words.trim() !== "") ask.mutate(words, { onSuccess: onNext });
  };
  return (
    <>
      <TextField
        value={words}
        onChange={setWords}
        isInvalid={tried && words.trim() === ""}
        className="grid gap-1.5"
      >
        <Label className="font-bold">
          <Trans>どこが違いますか</Trans>
        </Label>
        <p className="text-small text-soft">
          <Trans>
            例：名字の漢字は「髙」です。／4月から健康課です。管理者に届きます。いまの表示のまま使い始められます。
          </Trans>
        </p>
        <TextArea
          rows={3}
          autoFocus
          className="w-full rounded-8 border border-edge bg-surface px-3 py-2 text-ink"
        />
        <FieldError className="text-small text-danger">
          <Trans>違うところを書いてください。</Trans>
        </FieldError>
      </TextField>
      {ask.error && (
        <p role="alert" className="text-danger">
          {ask.error instanceof Refusal
            ? sentenceOf(ask.error, contact)
            : t`通信が切れています。つながってから、もう一度押してください。`}
        </p>
      )}
      <div className="flex flex-wrap gap-2 border-t border-line pt-5">
        <Button look="first" isDisabled={ask.isPending} onPress={send}>
          <Trans>管理者に知らせて次へ</Trans>
        </Button>
        <Button look="quiet" onPress={onKeep}>
          <Trans>やめる</Trans>
        </Button>
      </div>
    </>
  );
}
