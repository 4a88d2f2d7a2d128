"""Acting in rooms on behalf of somebody: never further than the one of the two who may less, now (ORG-8).

Whoever makes a room so sits in it for their principal. That seat ends with the mandate, and with the principal's own.
"""

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import Final, Protocol
from uuid import UUID

from sqlalchemy import select, tuple_, update

from yoriai.kit.errors import Forbidden, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.delegates.mandates import NotDelegate, holds
from yoriai.people.sessions.stand_in import stand_in
from yoriai.platform.db.statement import Rows, as_id, statement
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership
from yoriai.talk.rooms.padding import padded

Place = tuple[UUID, UUID]
"""A room, and who sits there."""

PLAINLY: Final = {"synchronize_session": False}  # no row is held as an object here


class BeyondPrincipal(Forbidden):
    """What the principal may not do themselves, nobody does for them."""

    code = "rooms.beyond_principal"


class OwnPrincipal(Refused):
    """Whoever acts for somebody does not take the room from them."""

    code = "rooms.own_principal"


class Here(Protocol):
    """Somebody in a room."""

    @property
    def actor(self) -> Actor: ...
    @property
    def on_behalf_of(self) -> UUID | None: ...


async def principal_for(work: Work, actor: Actor, principal_id: UUID, capability: str) -> Actor:
    """The principal as they may act now, for whoever acts for them; refuses everybody else, and what is beyond them."""
    if not await holds(work, principal_id, actor.account_id):
        raise NotDelegate
    return await _able(work, actor, principal_id, capability)


async def principal_here(work: Work, here: Here, capability: str) -> Actor | None:
    """For whom this is done, if for somebody else; refuses what they may not do themselves."""
    if here.on_behalf_of is None:
        return None
    return await _able(work, here.actor, here.on_behalf_of, capability)


MANAGES: Final = statement(
    "SELECT s.room_id, s.account_id FROM {asked} JOIN memberships s ON s.room_id = asked.room"
    " AND s.account_id = asked.account AND s.is_open"
    " JOIN delegates d ON d.principal_id = s.on_behalf_of AND d.person_id = s.account_id"
    " AND (d.until IS NULL OR d.until >= :today)"
    " JOIN accounts w ON w.id = d.person_id AND w.kind = 'member' AND w.status = 'active'"
    " AND (w.ends_on IS NULL OR w.ends_on >= :today)"
    " JOIN accounts p ON p.id = d.principal_id AND p.kind = 'member' AND p.status = 'active'"
    " AND (p.ends_on IS NULL OR p.ends_on >= :today) AND p.tenant_id = w.tenant_id"
    " JOIN memberships m ON m.room_id = s.room_id AND m.account_id = d.principal_id AND m.is_open"
    " AND m.role = 'manager'",
    asked={"room": "uuid", "account": "uuid"},
)


def manage_at_once(rows: Rows, places: Collection[Place], today: date) -> set[Place]:
    """Of these seats on behalf of somebody those whose holder acts for them now (`mandates.holding`), where they manage
    the room themselves: one statement, and none for no seat."""
    found = rows.all(MANAGES, asked=list(places), today=today) if places else ()
    return {(as_id(room), as_id(account)) for room, account in found}


def attribute(work: Work, here: Here) -> None:
    """What this work states from here on is done in the principal's name; who really did it stands beside it."""
    if here.on_behalf_of is not None:
        work.cause = replace(work.cause, on_behalf_of=here.on_behalf_of)


async def sit_for(work: Work, room_id: UUID, person_id: UUID, principal_id: UUID) -> None:
    """Somebody who has just come in sits there for this principal."""
    seat = update(Membership).where(
        Membership.room_id == room_id, Membership.account_id == person_id, Membership.is_open.is_(True)
    )
    await work.session.execute(seat.values(on_behalf_of=principal_id), execution_options=PLAINLY)


async def seats_for(work: Work, places: Collection[tuple[UUID, UUID]]) -> list[tuple[UUID, UUID, UUID]]:
    """Of these rooms and principals, whoever sits there for them: room, principal and person."""
    if not places:
        return []
    found = await work.session.execute(
        select(Membership.room_id, Membership.on_behalf_of, Membership.account_id)
        .where(Membership.on_behalf_of.is_not(None), Membership.is_open.is_(True))
        .where(tuple_(Membership.room_id, Membership.on_behalf_of).in_(padded(list(places))))
        .order_by(Membership.room_id, Membership.account_id)
    )
    return [(room_id, principal, person) for room_id, principal, person in found if principal is not None]


async def _able(work: Work, actor: Actor, principal_id: UUID, capability: str) -> Actor:
    principal = await stand_in(work, principal_id, actor.zone)
    if principal is None or not principal.may_sign_in or not principal.actor.may(capability):
        raise BeyondPrincipal
    return principal.actor
