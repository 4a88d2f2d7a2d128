"""Looking who is there: of the people on a screen, and of those about whom something has just changed."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person
from yoriai.people.accounts.listing import listed
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Organization
from yoriai.people.presence.deputies import stand_ins
from yoriai.people.presence.models import Absence, Presence
from yoriai.people.presence.policy import Band, State, Whereabouts, band_of, still_says, whereabouts
from yoriai.people.sessions.models import Session
from yoriai.platform.work.edge import clock
from yoriai.platform.work.work import Work

CHANGED: Final = "presence.changed"
"""The signal to an organization that the presence of some of its people has changed."""
LATELY_CHANGED: Final = timedelta(seconds=20)
"""A signal carries what changed so long before it is sent: longer than it may be held up, so that nothing is left out."""
MOST_TOLD: Final = 300
"""People in one signal. If more have changed, a screen asks about those whom it shows."""


class AbsenceOut(BaseModel):
    """That somebody is absent for days. Like a place it is told with its last day: on the next it is over by itself."""

    until: date
    deputy: Person | None
    """Who acts for them: of deputies who are absent too, or have gone, the next one who is there."""


class PresenceOut(BaseModel):
    """Whether somebody can be reached: the band of their last use, and what they say themselves.

    A place is told with its day in Japan: a screen that is still open on the next shows it no longer."""

    account_id: UUID
    band: Band
    state: State | None
    until: datetime | None
    place: Whereabouts | None
    place_on: date | None
    absence: AbsenceOut | None


async def look(work: Work, actor: Actor, ids: Collection[UUID]) -> list[PresenceOut]:
    """The presence of these colleagues, in one query. Whoever is not listed in the directory is missing (N50)."""
    rule = (Account.id.in_(ids), *listed(actor, day_in_japan(work.now)))
    return await _presences(work.session, work.now, rule)


async def changed(session: AsyncSession, stream: str) -> dict[str, object]:
    """The body of `presence.changed` for the stream of an organization: changes only, never the whole list.

    Where people of other bodies serve too, all hear the stream: each screen asks for those whom its reader may know of.
    """
    now, organization_id = clock(), UUID(stream.removeprefix("organization/"))
    if await session.scalar(select(_is_shared(organization_id))):
        return {"people": [], "more": True}
    here = select(Posting.account_id).where(
        Posting.organization_id == organization_id, Posting.until.is_(None)
    )
    rule = (Presence.changed_at > now - LATELY_CHANGED, Account.id.in_(here))
    found = await _presences(session, now, rule, most=MOST_TOLD + 1)
    if len(found) > MOST_TOLD:
        return {"people": [], "more": True}
    return {"people": [each.model_dump(mode="json") for each in found], "more": False}


def _is_shared(organization_id: UUID) -> ColumnElement[bool]:
    """Whether anybody serves there who is of another body than the organization itself."""
    others = (
        select(Posting.id)
        .join(Account, Account.id == Posting.account_id)
        .join(Organization, Organization.id == Posting.organization_id)
        .where(Organization.id == organization_id, Posting.until.is_(None))
        .where(Account.tenant_id != Organization.tenant_id)
    )
    return others.exists()


async def _presences(
    session: AsyncSession, now: datetime, rule: Sequence[ColumnElement[bool]], most: int | None = None
) -> list[PresenceOut]:
    last_use = (
        select(func.max(Session.last_used_at))
        .where(Session.account_id == Account.id, Session.ended_at.is_(None))
        .correlate(Account)
        .scalar_subquery()
    )
    rows = await session.execute(
        select(Account.id, Presence, Absence.until, last_use)
        .outerjoin(Presence, Presence.account_id == Account.id)
        .outerjoin(Absence, (Absence.account_id == Account.id) & (Absence.until >= day_in_japan(now)))
        .where(*rule)
        .limit(most)
    )
    found: list[PresenceOut] = []
    absent: dict[UUID, date | None] = {}
    for account_id, said, until, at in rows:
        found.append(_out(account_id, said, band_of(at, now), now))
        absent[account_id] = until
    return await _with_absences(session, found, {who: day for who, day in absent.items() if day}, now)


async def _with_absences(
    session: AsyncSession, found: list[PresenceOut], absent: Mapping[UUID, date], now: datetime
) -> list[PresenceOut]:
    acting = await stand_ins(session, set(absent), day_in_japan(now))
    for each in found:
        if until := absent.get(each.account_id):
            each.absence = AbsenceOut(until=until, deputy=acting.get(each.account_id))
    return found


def _out(account_id: UUID, said: Presence | None, band: Band, now: datetime) -> PresenceOut:
    out = PresenceOut(
        account_id=account_id, band=band, state=None, until=None, place=None, place_on=None, absence=None
    )
    if said is None:
        return out
    has = bool(said.state) and still_says(said.until, now)
    place = whereabouts(said.place, said.place_on, day_in_japan(now))
    said_now = {"state": State(said.state), "until": said.until} if has else {}
    placed = {"place": place, "place_on": said.place_on} if place else {}
    return out.model_copy(update=said_now | placed)
