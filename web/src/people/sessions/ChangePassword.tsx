/** A new password of one's own: the old one is asked, and the other devices may be signed out with it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { type FormEvent, useState } from "react";

import { Refusal, sentenceOf } from "@/platform/refusals";
import { Button } from "@/ui/Button";
import { Choice } from "@/ui/Choice";
import { PasswordField } from "@/ui/PasswordField";

import { NewPasswordField } from "./NewPasswordField";
import { useChangePassword, useSessions } from "./sessions";
import { strengthOf } from "./strength";

const usual = { least: 12, kinds: 1 };

interface Props {
  contact: string;
  /** Whether the form stands open: it has an address, so that others can lead here. */
  isOpen: boolean;
  onOpen: (isOpen: boolean) => void;
}

export function ChangePassword({ contact, isOpen, onOpen }: Props) {
  const [done, setDone] = useState(false);
  if (isOpen) {
    const finished = () => {
      onOpen(false);
      setDone(true);
    };
    return <Form contact={contact} onDone={finished} onKeep={() => onOpen(false)} />;
  }
  return (
    <>
      <p role="status" className="empty:hidden">
        {done && <Trans>パスワードを変えました。次のログインから、新しいパスワードを使います。</Trans>}
      </p>
      <div>
        <Button onPress={() => onOpen(true)}>
          <Trans>パスワードを変える</Trans>
        </Button>
      </div>
    </>
  );
}

interface FormProps {
  contact: string;
  onDone: () => void;
  onKeep: () => void;
}

function Form({ contact, onDone, onKeep }: FormProps) {
  const { t } = useLingui();
  const change = useChangePassword();
  const rules = { ...usual, ...useSessions().data?.password };
  const [password, setPassword] = useState("");
  const [fresh, setFresh] = useState("");
  const [endOthers, setEndOthers] = useState<"keep" | "end">("keep");
  const [tried, setTried] = useState(false);
  const isWrong = change.error instanceof Refusal && change.error.details.field === "password";

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const strength = strengthOf(fresh, rules);
    if (password === "" || strength === "short" || strength === "plain") return;
    const asked = { password, new_password: fresh, end_others: endOthers === "end" };
    change.mutate(asked, { onSuccess: onDone });
  };

  return (
    <form noValidate onSubmit={submit} className="grid max-w-[30rem] gap-5">
      <PasswordField
        label={t`いまのパスワード`}
        autoComplete="current-password"
        autoFocus
        value={password}
        error={saidOfOld(isWrong, tried && password === "")}
        onChange={setPassword}
      />
      <NewPasswordField
        label={t`新しいパスワード`}
        rules={rules}
        tried={tried}
        value={fresh}
        onChange={setFresh}
      />
      <Choice
        label={t`ほかの端末`}
        value={endOthers}
        onChange={setEndOthers}
        choices={[
          { value: "keep", says: <Trans>ログインしたままにする</Trans> },
          { value: "end", says: <Trans>すべてログアウトする</Trans> },
        ]}
      />
      {change.error && !isWrong && (
        <p role="alert" className="text-danger">
          {change.error instanceof Refusal ? sentenceOf(change.error, contact) : <CutOff />}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="first" isDisabled={change.isPending}>
          <Trans>このパスワードに変える</Trans>
        </Button>
        <Button onPress={onKeep}>
          <Trans>やめる</Trans>
        </Button>
      </div>
    </form>
  );
}

function saidOfOld(isWrong: boolean, isMissing: boolean) {
  if (isMissing) return <Trans>いまのパスワードを入れてください。</Trans>;
  return isWrong ? <Trans>いまのパスワードが違います。</Trans> : undefined;
}

function CutOff() {
  return <Trans>通信が切れています。つながってから、もう一度押してください。</Trans>;
}
