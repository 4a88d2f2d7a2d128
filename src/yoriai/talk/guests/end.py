"""The end of guests, one or all of a firm: out of their rooms, and everything that they had open closes at once (D18)."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import select, update

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.history import Act
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.accounts.service import become
from yoriai.platform.db.among import among
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.guests.find import held, of_firm, theirs
from yoriai.talk.guests.models import Guest, GuestInvitation
from yoriai.talk.rooms import lines, ordinals
from yoriai.talk.rooms.admission import PLAINLY, Leaving, dismiss_all
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.heads import heads_of
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Membership, Room


async def end(work: Work, actor: Actor, account_id: UUID) -> None:
    """End one guest of those whom the actor may end. Ending again changes nothing and tells nobody."""
    guest, account = await theirs(work, actor, account_id)
    if guest.ended_at is None:
        await end_these(work, Act(actor.tenant_id, actor.account_id), [(guest, account)])


async def end_firm(work: Work, actor: Actor, firm: str) -> int:
    """End all guests of a firm and take back its invitations; how many there were (GUEST-4)."""
    guests = await of_firm(work, actor, firm)
    asked = update(GuestInvitation).where(
        GuestInvitation.tenant_id == actor.tenant_id,
        GuestInvitation.firm == firm,
        GuestInvitation.accepted_at.is_(None),
        GuestInvitation.revoked_at.is_(None),
    )
    if not actor.may("guests.manage"):
        asked = asked.where(GuestInvitation.sponsor_id == actor.account_id)
    await work.session.execute(asked.values(revoked_at=work.now), execution_options=PLAINLY)
    await end_these(work, Act(actor.tenant_id, actor.account_id), guests)
    return len(guests)


async def end_over(work: Work, tenant_id: UUID, account_ids: Collection[UUID]) -> None:
    """End those of these guests whose last day has passed, by nobody's hand."""
    work.cause = Cause(tenant_id=tenant_id)
    await end_these(work, Act(tenant_id, None), await held(work, account_ids))


async def end_these(work: Work, act: Act, guests: Sequence[tuple[Guest, Account]]) -> None:
    """The accounts are held by whoever calls. What they have said stays, and who said it."""
    if not guests:
        return
    for guest, _ in guests:
        guest.ended_at, guest.frozen_at = work.now, None
    await _let_go(work, [account.id for _, account in guests], by=act.by)
    gone = [account for _, account in guests if account.status != AccountStatus.REMOVED]
    await become(work, act, gone, AccountStatus.REMOVED)


async def _let_go(work: Work, account_ids: Collection[UUID], *, by: UUID | None) -> None:
    seats = select(Membership.room_id, Membership.account_id).where(
        among(Membership.account_id, account_ids), Membership.is_open.is_(True)
    )
    await ordinals.hold(work, {room_id for room_id, _ in await work.session.execute(seats)})
    leaving = defaultdict[UUID, list[UUID]](list)
    for room_id, account_id in await work.session.execute(seats):  # again, behind the locks
        leaving[room_id].append(account_id)
    heads = await heads_of(work.session, [stream_of(room_id) for room_id in leaving])
    found = await work.session.execute(select(Room.id, Room.last_ordinal).where(among(Room.id, leaving)))
    newest = {row[0]: row[1] for row in found}
    kind = LineKind.LEFT if by is None else LineKind.REMOVED
    told = [
        Line(room_id=room_id, after_ordinal=newest[room_id], kind=kind, by=by, who=who)
        for room_id, who in leaving.items()
    ]
    line_ids = dict(zip(leaving, await lines.write(work, told), strict=True))
    gone = [
        Leaving(
            room_id,
            account_id,
            heads[stream_of(room_id)] + 1,
            (line_ids[room_id],) if account_id == who[-1] else (),
        )
        for room_id, who in leaving.items()
        for account_id in who
    ]
    await dismiss_all(work, gone, by=by)
