/** What is left of a sign-in when the password was right: a code, or a second factor to be set up. */
import { Trans } from "@lingui/react/macro";

import { Refusal } from "@/platform/refusals";

import { CodeStep } from "./CodeStep";
import { SetUp } from "./SetUp";
import { useWayAtTheDoor } from "./ways";

interface Props {
  step: "code" | "set_up";
  contact: string;
  onEntered: () => void;
  onOver: (error: Error) => void;
}

export function SecondStep({ step, contact, onEntered, onOver }: Props) {
  const way = useWayAtTheDoor();
  const lookWhetherOver = (error: Error) => {
    if (error instanceof Refusal && error.code === "second_factor.over") onOver(error);
  };
  if (step === "code") return <CodeStep contact={contact} onEntered={onEntered} onOver={lookWhetherOver} />;
  return (
    <>
      <p>
        <Trans>
          あなたの役割か団体の決まりで、二要素認証が必要です。スマートフォンのアプリを使って、いま設定します。設定が終わるとログインします。
        </Trans>
      </p>
      <SetUp way={way} contact={contact} onDone={onEntered} onError={lookWhetherOver} />
    </>
  );
}
