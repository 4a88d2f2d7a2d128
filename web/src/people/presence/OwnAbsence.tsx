/** What I have said of my own absence, with the way back; and that my deputy is not there any more. */
import { Trans, useLingui } from "@lingui/react/macro";
import { lazy, Suspense, useState } from "react";

import type { Me, Presence } from "@/generated/wire";
import { shortDay } from "@/kit/dates";
import { fromIso } from "@/kit/days";
import { fullName } from "@/kit/names";
import { Banner } from "@/ui/Banner";
import { Button } from "@/ui/Button";
import { useNow } from "@/ui/now";

import { useBeBack, useOwnAbsence } from "./absence";
import { NotSaid } from "./NotSaid";
import { absenceOf } from "./words";

const SayAbsence = lazy(() => import("./SayAbsence").then((file) => ({ default: file.SayAbsence })));

interface Props {
  me: Me;
  presence: Presence;
}

/** Over every screen, for as long as one is absent. */
export function AbsenceBanner({ me, presence }: Props) {
  const absence = absenceOf(presence, useNow());
  if (!absence) return null;
  return (
    <Banner icon="clock" look="quiet" acts={<AbsenceActs {...{ me, presence }} />}>
      <AbsenceWords presence={presence} />
    </Banner>
  );
}

function AbsenceWords({ presence }: { presence: Presence }) {
  const { t } = useLingui();
  const { absence } = presence;
  if (!absence) return null;
  const until = shortDay(fromIso(absence.until));
  return (
    <>
      {t`${until}まで不在にしています。`}
      <DeputyWords presence={presence} acting={absence.deputy && fullName(absence.deputy)} />
    </>
  );
}

function DeputyWords({ presence, acting }: { presence: Presence; acting: string | null }) {
  const { t } = useLingui();
  const said = useOwnAbsence(presence).data?.absence;
  const named = said?.deputy && fullName(said.deputy);
  if (!named) return acting ? t`代理は${acting}さんです。` : t`代理は決めていません。`;
  if (!said.is_there)
    return t`代理の${named}さんは、利用を終えたか止めています。ほかの人を代理に選んでください。`;
  if (!acting) return t`代理の${named}さんも不在です。`;
  return named === acting
    ? t`代理は${acting}さんです。`
    : t`代理の${named}さんも不在のため、${acting}さんを案内しています。`;
}

/** In words and with its buttons, as the banner and the settings show it. */
export function AbsenceActs({ me, presence }: Props) {
  const [saying, say] = useState(false);
  const back = useBeBack();
  const isAbsent = absenceOf(presence, useNow()) !== null;
  const own = useOwnAbsence(presence);
  const said = isAbsent ? (own.data?.absence ?? null) : null;
  return (
    <>
      {isAbsent && (
        <Button small isDisabled={back.isPending} onPress={() => back.mutate()}>
          <Trans>戻りました</Trans>
        </Button>
      )}
      <Button
        small
        look={isAbsent ? "quiet" : "second"}
        isDisabled={isAbsent && !said}
        onPress={() => say(true)}
      >
        {isAbsent ? <Trans>日付か代理を変える</Trans> : <Trans>不在にする</Trans>}
      </Button>
      <NotSaid error={back.error} contact={me.contact} />
      <Suspense>
        {saying && (
          <SayAbsence me={me.account_id} contact={me.contact} said={said} onClose={() => say(false)} />
        )}
      </Suspense>
    </>
  );
}

export function OwnAbsencePart({ me, presence }: Props) {
  const isAbsent = absenceOf(presence, useNow()) !== null;
  return (
    <div className="grid gap-2">
      <h3 className="font-bold">
        <Trans>不在と代理</Trans>
      </h3>
      <p className="text-small text-firm">
        {isAbsent ? (
          <AbsenceWords presence={presence} />
        ) : (
          <Trans>休みや出張で何日か席にいないときに、戻る日と代理を知らせます。</Trans>
        )}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <AbsenceActs {...{ me, presence }} />
      </div>
    </div>
  );
}
