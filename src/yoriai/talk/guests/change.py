"""Guests who stay longer or shorter, and whom another member answers for."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import update

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.models import AccountStatus, ChangeKind
from yoriai.people.accounts.service import become, set_last_day
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work
from yoriai.talk.guests.find import Both, of_firm, theirs
from yoriai.talk.guests.invite import sponsor
from yoriai.talk.guests.models import GuestInvitation
from yoriai.talk.guests.policy import Over, clean_end
from yoriai.talk.rooms.admission import PLAINLY


async def move_end(work: Work, actor: Actor, account_id: UUID, ends_on: date) -> None:
    """Give a guest another last day. Their open sockets know theirs from the door, so they go there again."""
    guest, account = await theirs(work, actor, account_id)
    if guest.ended_at is not None:
        raise Over
    before, wanted = account.ends_on, clean_end(day_in_japan(work.now), ends_on)
    if before == wanted:
        return
    set_last_day(work, account, wanted, by=actor.account_id)
    guest.warned = None
    said = {"ends_on": before.isoformat() if before else None}
    changed = Noted(account.id, ChangeKind.CHANGED, dict(said), {"ends_on": wanted.isoformat()})
    await note(work, Act(actor.tenant_id, actor.account_id), changed)


async def name_sponsor(work: Work, actor: Actor, account_id: UUID, sponsor_id: UUID) -> None:
    """Let another member answer for a guest. Whoever rested because nobody did may sign in again."""
    await held_tenant(work, actor.tenant_id)
    who = await sponsor(work, actor, sponsor_id)
    await _answer_for(work, actor, [await theirs(work, actor, account_id)], who)


async def name_sponsor_of_firm(work: Work, actor: Actor, firm: str, sponsor_id: UUID) -> int:
    """The same for all guests of a firm, and for those whom it has been invited to send (GUEST-4)."""
    await held_tenant(work, actor.tenant_id)
    who = await sponsor(work, actor, sponsor_id)
    guests = await of_firm(work, actor, firm)
    await _answer_for(work, actor, guests, who)
    waiting = update(GuestInvitation).where(
        GuestInvitation.tenant_id == actor.tenant_id,
        GuestInvitation.firm == firm,
        GuestInvitation.accepted_at.is_(None),
        GuestInvitation.revoked_at.is_(None),
    )
    await work.session.execute(waiting.values(sponsor_id=who), execution_options=PLAINLY)
    return len(guests)


async def _answer_for(work: Work, actor: Actor, guests: Sequence[Both], sponsor_id: UUID) -> None:
    act = Act(actor.tenant_id, actor.account_id)
    for guest, account in guests:
        if guest.ended_at is not None:
            raise Over
        if guest.sponsor_id != sponsor_id:
            before, after = str(guest.sponsor_id), str(sponsor_id)
            guest.sponsor_id, guest.warned = sponsor_id, None
            await note(
                work, act, Noted(account.id, ChangeKind.CHANGED, {"sponsor": before}, {"sponsor": after})
            )
    rested = [account for guest, account in guests if guest.frozen_at is not None]
    for guest, _ in guests:
        guest.frozen_at = None
    if rested:
        await become(work, act, rested, AccountStatus.ACTIVE)
