/** The second step at the door: the code of the app, or a recovery code from paper. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";

import { Trouble } from "@/people/access/Trouble";
import { Button } from "@/ui/Button";
import { Field } from "@/ui/Field";

import { CodeField } from "./CodeField";
import { isWhole } from "./code";
import { useCode } from "./useCode";
import { useGiveCode } from "./ways";

interface Props {
  contact: string;
  onEntered: () => void;
  /** The half-way ticket counts no longer: back to the password. */
  onOver: (error: Error) => void;
}

export function CodeStep({ contact, onEntered, onOver }: Props) {
  const [onPaper, setOnPaper] = useState(false);
  const give = useGiveCode();
  const other = () => {
    give.reset();
    setOnPaper(!onPaper);
  };
  const send = (code: string, failed: () => void) =>
    give.mutate(code, {
      onSuccess: onEntered,
      onError: (error) => {
        failed();
        onOver(error);
      },
    });
  const props = { busy: give.isPending, onSend: send };
  return (
    <>
      {onPaper ? <Recovery {...props} /> : <OfApp {...props} />}
      <Trouble error={give.error} contact={contact} />
      <Button look="quiet" wide onPress={other}>
        {onPaper ? <Trans>確認コードを使う</Trans> : <Trans>復旧コードを使う</Trans>}
      </Button>
    </>
  );
}

interface FormProps {
  busy: boolean;
  onSend: (code: string, failed: () => void) => void;
}

function OfApp({ busy, onSend }: FormProps) {
  const { t } = useLingui();
  const { code, setCode, send, submit, isMissing } = useCode({ busy, isWhole, onSend });
  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <CodeField
        autoFocus
        value={code}
        onChange={setCode}
        onWhole={send}
        error={isMissing ? t`6けたの数字を入れてください。` : undefined}
      />
      <Send busy={busy} />
    </form>
  );
}

const isSomething = (code: string) => code.trim() !== "";

function Recovery({ busy, onSend }: FormProps) {
  const { t } = useLingui();
  const { code, setCode, submit, isMissing } = useCode({ busy, isWhole: isSomething, onSend });
  return (
    <form noValidate onSubmit={submit} className="grid gap-5">
      <Field
        label={t`復旧コード`}
        hint={
          <Trans>
            設定したときに印刷した紙にあるコードです。一つは一度だけ使えます。使ったものは線で消してください。
          </Trans>
        }
        isRequired
        validationBehavior="aria"
        autoFocus
        autoComplete="off"
        code
        value={code}
        error={isMissing ? t`復旧コードを入れてください。` : undefined}
        onChange={setCode}
      />
      <Send busy={busy} />
    </form>
  );
}

function Send({ busy }: { busy: boolean }) {
  return (
    <Button type="submit" look="first" wide isDisabled={busy}>
      {busy ? <Trans>確かめています</Trans> : <Trans>ログイン</Trans>}
    </Button>
  );
}
