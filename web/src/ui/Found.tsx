/** What was asked for, in each of its states: on its way, not read, and there, with the way to more where there is more. */
import { Trans } from "@lingui/react/macro";
import type { ReactNode } from "react";

import { Button } from "./Button";
import { NotRead } from "./NotRead";
import { Waiting } from "./Waiting";

/** As a question to the server stands at the moment; one that is answered page by page says whether there is more. */
interface Asked<Data> {
  data: Data | undefined;
  isError: boolean;
  refetch: () => unknown;
  hasNextPage?: boolean;
  isFetchingNextPage?: boolean;
  isFetchNextPageError?: boolean;
  fetchNextPage?: () => unknown;
}

interface Props<Data> {
  of: Asked<Data>;
  waiting: string;
  notRead: ReactNode;
  /** Whom to ask when it cannot be read. */
  contact: string;
  children: (data: Data) => ReactNode;
}

export function Found<Data>(props: Props<Data>) {
  const { of, waiting, children } = props;
  if (of.data !== undefined) {
    return (
      <>
        {children(of.data)}
        {of.hasNextPage && <More {...props} />}
      </>
    );
  }
  return of.isError ? <Again {...props} onAgain={of.refetch} /> : <Waiting says={waiting} />;
}

function More<Data>(props: Props<Data>) {
  const { isFetchingNextPage = false, isFetchNextPageError, fetchNextPage } = props.of;
  const fetchMore = () => fetchNextPage?.();
  if (isFetchNextPageError && !isFetchingNextPage) return <Again {...props} onAgain={fetchMore} />;
  return (
    <Button small wide isDisabled={isFetchingNextPage} onPress={fetchMore}>
      <Trans>続きを表示</Trans>
    </Button>
  );
}

function Again<Data>({ notRead, contact, onAgain }: Props<Data> & { onAgain: () => unknown }) {
  return <NotRead title={notRead} contact={contact} onAgain={() => void onAgain()} />;
}
