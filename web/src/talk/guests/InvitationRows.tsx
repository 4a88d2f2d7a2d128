/** Who is invited and has not come: another code, or the invitation taken back. */
import { Trans, useLingui } from "@lingui/react/macro";

import type { GuestInvitation, Invited } from "@/generated/wire";
import { dayInJapan, fromIso, plusDays } from "@/kit/days";
import { Trouble } from "@/people/access/Trouble";
import { AsTyped } from "@/ui/AsTyped";
import { Button } from "@/ui/Button";
import { useDates } from "@/ui/dates";

import { useReissue, useRevoke } from "./guests";

interface Props {
  invitations: GuestInvitation[];
  contact: string;
  /** Said beside each where several rooms stand in one list. */
  withRoom?: boolean;
  onHanded: (invited: Invited) => void;
}

export function InvitationRows({ invitations, contact, withRoom = false, onHanded }: Props) {
  const { t } = useLingui();
  if (invitations.length === 0) return null;
  return (
    <section aria-label={t`まだ来ていない人`} className="grid gap-2">
      <h3 className="font-bold">
        <Trans>まだ来ていない人（{invitations.length}人）</Trans>
      </h3>
      <ul className="grid gap-2">
        {invitations.map((each) => (
          <Row key={each.invitation_id} {...{ invitation: each, contact, withRoom, onHanded }} />
        ))}
      </ul>
    </section>
  );
}

type RowProps = Required<Omit<Props, "invitations">> & { invitation: GuestInvitation };

function Row({ invitation, contact, withRoom, onHanded }: RowProps) {
  const { t } = useLingui();
  const { denseDay } = useDates();
  const reissue = useReissue();
  const revoke = useRevoke();
  const { invitation_id: id, name, firm, email, room, is_expired, expires_at, ends_on } = invitation;
  const isBusy = reissue.isPending || revoke.isPending;
  return (
    <li className="grid gap-2 rounded-12 border border-line px-4 py-3">
      <div className="grid gap-0.5">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <span className="font-name font-bold">
            <AsTyped>{name}</AsTyped>
          </span>
          <span className="text-small text-firm">{firm}</span>
        </p>
        <p className="text-small text-soft wrap-anywhere">{email}</p>
        {withRoom && <p className="text-small text-soft">{t`ルーム：${room}`}</p>}
        <p className={`text-small ${is_expired ? "text-danger" : "text-soft"}`}>
          {is_expired ? (
            <Trans>招待の番号は期限が過ぎました。</Trans>
          ) : (
            <Trans>招待の番号は{denseDay(plusDays(dayInJapan(expires_at), -1))}まで。</Trans>
          )}
          <Trans>利用は{denseDay(fromIso(ends_on))}まで。</Trans>
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button
          small
          isDisabled={isBusy}
          aria-label={t`${name}さんの招待を出し直す`}
          onPress={() => reissue.mutate(id, { onSuccess: onHanded })}
        >
          <Trans>出し直す</Trans>
        </Button>
        <Button
          small
          look="grave"
          isDisabled={isBusy}
          aria-label={t`${name}さんの招待を取り消す`}
          onPress={() => revoke.mutate(id)}
        >
          <Trans>取り消す</Trans>
        </Button>
      </div>
      <Trouble error={reissue.error ?? revoke.error} contact={contact} />
    </li>
  );
}
