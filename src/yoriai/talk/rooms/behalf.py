"""Acting in rooms on behalf of somebody: never further than the one of the two who may less, now (ORG-8).

Whoever makes a room so sits in it for their principal. That seat ends with the mandate, and with the principal's own.
"""

from collections.abc import Collection
from dataclasses import replace
from typing import Final, Protocol
from uuid import UUID

from sqlalchemy import select, tuple_, update

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Forbidden, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.delegates.mandates import NotDelegate, holding, holds
from yoriai.people.accounts.delegates.models import Delegate
from yoriai.people.sessions.stand_in import stand_in
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership, Role
from yoriai.talk.rooms.padding import padded

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


async def manages_still(work: Work, principal_id: UUID, person_id: UUID, room_id: UUID) -> bool:
    """Whether this person acts for this principal now, who manages this room themselves; one query."""
    asked = (
        holding(day_in_japan(work.now))
        .join(Membership, Membership.account_id == Delegate.principal_id)
        .where(Delegate.principal_id == principal_id, Delegate.person_id == person_id)
        .where(Membership.room_id == room_id, Membership.is_open.is_(True), Membership.role == Role.MANAGER)
    )
    return await work.session.scalar(asked) is not None


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
