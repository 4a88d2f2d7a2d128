/** In the settings: whether people of other bodies find one. Where one's body does not allow it, nothing stands here. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Link, useLocation } from "@tanstack/react-router";
import type { ReactNode } from "react";

import { Choice } from "@/ui/Choice";

import { Blocked } from "./Blocked";
import { NotDone } from "./NotDone";
import { useChooseFindable, useFindable } from "./neighbours";

interface Props {
  contact: string;
  /** The part of the settings in which it stands. */
  children: (choice: ReactNode) => ReactNode;
}

export function OwnFindable({ contact, children }: Props) {
  const { t } = useLingui();
  const { data } = useFindable();
  const choosing = useChooseFindable();
  const isMeant = useLocation({ select: ({ hash }) => hash === "neighbours" });
  if (!data?.offered) return null;
  const isFindable = choosing.isPending ? choosing.variables : data.findable;
  return children(
    <div ref={isMeant ? comeIntoSight : null} className="grid gap-3">
      <p className="text-pretty">
        <Trans>
          見つかるようにすると、同じようにしているほかの団体の職員が、名前や所属であなたを探せます。見えるのは、名前、団体名、所属、職名だけです。内線、職員番号、在席状況は見えません。あなたも、ほかの団体の人を探して、話したいと伝えられるようになります。「見つからない」に戻すと、ほかの団体の人との二人のトークは、読むだけになります。
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
      <NotDone error={choosing.error} contact={contact} />
      <Link
        to="/rooms/neighbours"
        className="inline-flex min-h-9 items-center justify-self-start font-bold text-accent underline coarse:min-h-11"
      >
        <Trans>届いた「話したい」と、伝えた「話したい」を見る</Trans>
      </Link>
      <Blocked contact={contact} />
    </div>,
  );
}

// It comes over the wire after the page has looked for the place that its address names.
const comeIntoSight = (at: HTMLElement | null) => at?.closest("section")?.scrollIntoView();
