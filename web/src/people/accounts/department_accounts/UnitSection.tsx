/** Units that were found above the people, and the way to more of them; nothing where there are none. */
import { Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Button } from "@/ui/Button";

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
  children: ReactNode[];
}

export function UnitSection({ query, children }: Props) {
  const { t } = useLingui();
  if (children.length === 0) return null;
  return (
    <section aria-label={t`所属アカウント`} className="border-b border-line">
      <ul>{children}</ul>
      {query.hasNextPage && (
        <div className="p-2">
          <Button small wide isDisabled={query.isFetchingNextPage} onPress={() => query.fetchNextPage()}>
            <Trans>所属アカウントの続きを表示</Trans>
          </Button>
        </div>
      )}
    </section>
  );
}
