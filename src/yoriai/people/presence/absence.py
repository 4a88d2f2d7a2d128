"""Saying that one is absent for days, and who acts for one meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused, Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, cards
from yoriai.people.accounts.listing import listed
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.settings import held_tenant
from yoriai.people.presence.announce import announce
from yoriai.people.presence.deputies import at_work, led_by
from yoriai.people.presence.models import Absence
from yoriai.people.presence.policy import LONGEST, circle
from yoriai.people.presence.tell import own_row
from yoriai.platform.work.work import Work


class DeputiesInCircle(Refused):
    """Whoever looked for the deputy would come back to the one who is absent."""

    code = "presence.deputies_in_circle"


@dataclass(frozen=True, slots=True)
class OwnAbsence:
    """What somebody has said of their own absence."""

    until: date
    deputy: Person | None
    is_there: bool
    """Whether the deputy whom they named may still use Yoriai; else that one is passed over."""


async def own(work: Work, actor: Actor) -> OwnAbsence | None:
    """One's own absence, if it is not over."""
    today = day_in_japan(work.now)
    row = await work.session.get(Absence, actor.account_id)
    if row is None or row.until < today:
        return None
    found = await work.session.execute(cards().add_columns(at_work(today)).where(Account.id == row.deputy_id))
    for *words, is_there in found:
        return OwnAbsence(row.until, Person(*words), bool(is_there))
    return OwnAbsence(row.until, None, is_there=True)


async def be_absent(work: Work, actor: Actor, *, until: date, deputy_id: UUID | None) -> None:
    """From now until the end of this day. Saying the same again tells nobody."""
    today = day_in_japan(work.now)
    if not today <= until <= today + LONGEST:
        raise Wrong(field="until", reason="not_ahead")
    # Two who name each other at one moment would each see the other as being there; so would four in a ring.
    await held_tenant(work, actor.tenant_id)
    if deputy_id is not None:
        await _check(work, actor, deputy_id, today)
    await own_row(work, actor)
    row = await work.session.get(Absence, actor.account_id)
    if row is None:
        row = Absence(account_id=actor.account_id, until=until, deputy_id=deputy_id)
        work.session.add(row)
    elif (row.until, row.deputy_id) == (until, deputy_id):
        return
    row.until, row.deputy_id = until, deputy_id
    await _announce(work, actor, today)


async def be_back(work: Work, actor: Actor) -> None:
    """Earlier than was said; whoever is not absent stays so."""
    await held_tenant(work, actor.tenant_id)
    row = await work.session.get(Absence, actor.account_id)
    if row is None:
        return
    await work.session.delete(row)
    await _announce(work, actor, day_in_japan(work.now))


async def _check(work: Work, actor: Actor, deputy_id: UUID, today: date) -> None:
    if deputy_id == actor.account_id:
        raise Wrong(field="deputy_id", reason="oneself")
    colleagues = select(Account.id).where(Account.id == deputy_id, *listed(actor, today))
    if await work.session.scalar(colleagues) is None:
        raise Wrong(field="deputy_id", reason="unknown")
    passed = circle(actor.account_id, deputy_id, await _deputies(work, actor, today))
    if passed:
        rows = await work.session.execute(cards().where(Account.id.in_([*passed, actor.account_id])))
        names = {row[0]: f"{row[1]} {row[2]}".strip() for row in rows}
        chain = " → ".join(names[each] for each in (actor.account_id, *passed, actor.account_id))
        raise DeputiesInCircle(deputy=names[deputy_id], chain=chain)


async def _deputies(work: Work, actor: Actor, today: date) -> Mapping[UUID, UUID | None]:
    absent = (
        select(Absence.account_id, Absence.deputy_id)
        .join(Account, Account.id == Absence.account_id)
        .where(Account.tenant_id == actor.tenant_id, Absence.until >= today)
    )
    return dict((await work.session.execute(absent)).all())


async def _announce(work: Work, actor: Actor, today: date) -> None:
    """Also those for whom one acts: for them another does now."""
    me = actor.account_id
    await announce(work, {me} | await led_by(work.session, {me}, today))
