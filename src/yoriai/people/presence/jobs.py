"""Presence over time: those are told whose last use has moved into another band, and what was said for a day is let go."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import Select, delete, func, or_, select, update
from sqlalchemy.orm import Session as Orm

from yoriai.kit.days import day_in_japan
from yoriai.people.access.facts import PersonFact
from yoriai.people.accounts.facts import AccountsChanged, RosterImported
from yoriai.people.accounts.models import Account
from yoriai.people.orgs.models import Organization, Tenant
from yoriai.people.presence.announce import announce, signal
from yoriai.people.presence.deputies import led_by
from yoriai.people.presence.models import Absence, Presence
from yoriai.people.presence.policy import LATELY, Band, band_of
from yoriai.people.sessions.models import Session
from yoriai.platform.db.statement import statement
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

NOTED = timedelta(minutes=2)
"""Uses are written once a minute: a use may be older than it looks by this."""
MODULE = "presence"
MOVE = statement(
    "INSERT INTO presences (account_id, state, until, band, changed_at)"
    " SELECT asked.account, '', NULL, asked.band, :now FROM {asked} WHERE true"
    " ON CONFLICT (account_id) DO UPDATE SET band = excluded.band, changed_at = excluded.changed_at",
    asked={"account": "uuid", "band": "text"},
)


async def sort_into_bands(works: Works, _: Mapping[str, object]) -> None:
    """Compare what was told with what is. Where nobody has moved, nothing is written."""
    async with works.reading() as work:
        moved = await _moved(work)
    if not moved:
        return
    async with works.writing() as work:
        rows = [(str(account_id), band) for account_id, band in moved.items()]

        def write(here: Orm) -> None:
            works.store.rows_of(here).all(MOVE, asked=rows, now=work.now)

        await work.session.run_sync(write)
        await signal(work, set(moved))


async def forget_days(works: Works, _: Mapping[str, object]) -> None:
    """Where somebody worked, and that they were absent, on days that are over: no screen has shown it since midnight."""
    async with works.writing() as work:
        today = day_in_japan(work.now)
        past = update(Presence).where(Presence.place_on < today)
        await work.session.execute(past.values(place=None, place_on=None))
        await work.session.execute(delete(Absence).where(Absence.until < today))


async def _moved(work: Work) -> dict[UUID, Band]:
    """Everybody whose band is another than the one that was told, where the body has this module at all."""
    uses = (
        select(Session.account_id, func.max(Session.last_used_at).label("at"))
        .where(Session.ended_at.is_(None), Session.last_used_at > work.now - LATELY - NOTED)
        .group_by(Session.account_id)
        .subquery()
    )
    rows = await work.session.execute(
        select(Account.id, Presence.band, uses.c.at, Tenant.switched_off)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(uses, uses.c.account_id == Account.id)
        .outerjoin(Presence, Presence.account_id == Account.id)
        .where(or_(uses.c.at.is_not(None), Presence.band != Band.AWAY))
    )
    found: dict[UUID, Band] = {}
    for account_id, told, at, switched_off in rows:
        band = band_of(at, work.now)
        if MODULE not in switched_off and band != (told or Band.AWAY):
            found[account_id] = band
    return found


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Somebody came or went: those for whom they act are told who does so now."""
    facts = [entry.line.fact for entry in entries]
    people = {fact.account_id for fact in facts if isinstance(fact, PersonFact)}
    people.update(each for fact in facts if isinstance(fact, AccountsChanged) for each in fact.account_ids)
    imported = {fact.organization_id for fact in facts if isinstance(fact, RosterImported)}
    if imported:
        deputies = await work.session.scalars(_deputies_in(imported))
        people.update(each for each in deputies if each is not None)
    await announce(work, await led_by(work.session, people, day_in_japan(work.now)))


def _deputies_in(organization_ids: set[UUID]) -> Select[UUID | None]:
    return (
        select(Absence.deputy_id)
        .distinct()
        .join(Account, Account.id == Absence.account_id)
        .join(Organization, Organization.tenant_id == Account.tenant_id)
        .where(Organization.id.in_(organization_ids), Absence.deputy_id.is_not(None))
    )
