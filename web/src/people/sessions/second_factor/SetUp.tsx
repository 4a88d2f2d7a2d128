/** Setting a second factor up: the secret goes into the app, a code proves it, the recovery codes are put away. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";

import type { SecondConfirmed } from "@/generated/wire";
import { Trouble } from "@/people/access/Trouble";
import { NotRead } from "@/ui/NotRead";
import { Waiting } from "@/ui/Waiting";

import { IntoTheApp } from "./IntoTheApp";
import { PutAway } from "./PutAway";
import type { Way } from "./ways";

interface Props {
  way: Way;
  contact: string;
  onDone: () => void;
  onError?: (error: Error) => void;
}

export function SetUp({ way, contact, onDone, onError }: Props) {
  const { t } = useLingui();
  const [confirmed, setConfirmed] = useState<SecondConfirmed | null>(null);
  const offer = useQuery({
    queryKey: ["second factor", "offer"],
    queryFn: way.offer,
    // A secret is drawn once for each setup, and kept no longer than its screen stands there.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const confirm = useMutation({
    mutationFn: way.confirm,
    onSuccess: setConfirmed,
    onError: (error) => onError?.(error),
  });
  const keep = useMutation({
    mutationFn: way.keep,
    onSuccess: onDone,
    onError: (error) => onError?.(error),
  });

  if (offer.isPending) return <Waiting says={t`設定を準備しています`} />;
  if (offer.isError) {
    const title = <Trans>二要素認証の設定をはじめられませんでした。</Trans>;
    return <NotRead title={title} contact={contact} onAgain={() => void offer.refetch()} />;
  }
  return (
    <>
      {confirmed ? (
        <PutAway codes={confirmed.codes} busy={keep.isPending} onKept={() => keep.mutate(confirmed.sealed)} />
      ) : (
        <IntoTheApp
          offer={offer.data}
          busy={confirm.isPending}
          onCode={(one_time_code, failed) =>
            confirm.mutate({ sealed: offer.data.sealed, one_time_code }, { onError: failed })
          }
        />
      )}
      <Trouble error={confirmed ? keep.error : confirm.error} contact={contact} />
    </>
  );
}
