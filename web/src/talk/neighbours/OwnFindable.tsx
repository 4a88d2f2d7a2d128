/** In the settings: whether people of other bodies find one. Where one's body does not allow it, nothing stands here. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Refusal, sentenceOf } from "@/platform/refusals";
import { Choice } from "@/ui/Choice";

import { useChooseFindable, useFindable } from "./neighbours";

import "@/platform/seldom";

interface Props {
  contact: string;
  /** The part of the settings in which it stands. */
  children: (choice: ReactNode) => ReactNode;
}

export function OwnFindable({ contact, children }: Props) {
  const { t } = useLingui();
  const { data } = useFindable();
  const choosing = useChooseFindable();
  if (!data?.offered) return null;
  const isFindable = choosing.isPending ? choosing.variables : data.findable;
  return children(
    <div className="grid gap-3">
      <p className="text-pretty">
        <Trans>
          見つかるようにすると、同じようにしているほかの団体の職員が、名前や所属であなたを探せます。見えるのは、名前、団体名、所属、職名だけです。内線、職員番号、在席状況は見えません。あなたも、ほかの団体の人を探せるようになります。
        </Trans>
      </p>
      <Choice
        label={t`ほかの団体の人から見つかるか`}
        value={isFindable ? "yes" : "no"}
        onChange={(answer) => choosing.mutate(answer === "yes")}
        choices={[
          { value: "no", says: <Trans>見つからない</Trans> },
          { value: "yes", says: <Trans>見つかるようにする</Trans> },
        ]}
      />
      {choosing.error && (
        <p role="alert" className="text-danger">
          {choosing.error instanceof Refusal ? (
            sentenceOf(choosing.error, contact)
          ) : (
            <Trans>通信が切れているため、変わっていません。つながってから、もう一度選んでください。</Trans>
          )}
        </p>
      )}
    </div>,
  );
}
