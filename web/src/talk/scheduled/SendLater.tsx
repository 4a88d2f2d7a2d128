/** Beside 送信: an arrow that opens the times at which it can be sent instead. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";
import { shortDay } from "@/kit/dates";
import { dayInJapan } from "@/kit/days";
import { Act, ActsMenu } from "@/ui/ActsMenu";
import { IconButton } from "@/ui/IconButton";

import { offersAt, timeOf } from "./times";

const ChooseTime = lazy(() => import("./ChooseTime").then((file) => ({ default: file.ChooseTime })));

interface Props {
  isDisabled: boolean;
  onChoose: (due_at: string) => void;
}

export function SendLater({ isDisabled, onChoose }: Props) {
  const { t } = useLingui();
  const [choosing, choose] = useState(false);
  return (
    <>
      <ActsMenu
        label={t`予約送信`}
        button={<IconButton icon="clock" label={t`予約送信`} isDisabled={isDisabled} />}
      >
        <Offers onChoose={onChoose} />
        <Act icon="pencil" says={t`日時を選ぶ`} onAction={() => choose(true)} />
      </ActsMenu>
      <Suspense>
        {choosing && (
          <ChooseTime
            title={<Trans>送る日時</Trans>}
            act={t`予約する`}
            onClose={() => choose(false)}
            onChoose={({ due_at }) => {
              choose(false);
              onChoose(due_at);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

/** Those of the moment at which the menu was opened. */
function Offers({ onChoose }: Pick<Props, "onChoose">) {
  const { t } = useLingui();
  const [offers] = useState(() => offersAt(new Date()));
  const says = {
    evening: (at: string) => t`今日の ${timeOf(at)}`,
    tomorrow: (at: string) => t`明日の朝 ${timeOf(at)}`,
    monday: (at: string) => t`来週の月曜 ${shortDay(dayInJapan(at))} ${timeOf(at)}`,
  };
  return offers.map(({ name, at }) => (
    <Act key={name} icon="clock" says={says[name](at)} onAction={() => onChoose(at)} />
  ));
}
