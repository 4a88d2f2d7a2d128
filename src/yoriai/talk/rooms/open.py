"""Opening a room: one request, and everybody chosen is in it."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit import text
from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Forbidden, Wrong
from yoriai.kit.ids import SendKey, uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Posting
from yoriai.people.accounts.names import folded
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.orgs.models import Organization
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import behalf, holding, invitees, limits
from yoriai.talk.rooms.admission import Beginning, admit
from yoriai.talk.rooms.facts import RoomOpened
from yoriai.talk.rooms.labels import Label, hold_labels, label_for, template_of
from yoriai.talk.rooms.models import Role, Room, RoomKind
from yoriai.talk.rooms.newcomers import check_newcomers

MOST_OF_NAME: Final = 100  # characters
MOST_OF_PURPOSE: Final = 1_000
LONGEST: Final = timedelta(days=3_660)
"""A room that ends later has no end: its day would be a slip of the finger."""


@dataclass(frozen=True, slots=True)
class Opening:
    """A room as somebody wishes it."""

    request_key: SendKey
    name: str
    purpose: str
    members: Collection[UUID]
    organization_id: UUID | None = None
    """Where it shall be; None: where its maker mainly serves."""
    kind: RoomKind = RoomKind.GROUP
    """A group, or an open room."""
    ends_on: date | None = None
    """The last day for which it is made."""
    template: str | None = None
    """What it was made after."""


async def open_room(work: Work, actor: Actor, wish: Opening, principal: Actor | None = None) -> UUID:
    """Open a room, whose maker becomes its manager. The same request again gives the same room (BASE-4).

    For a principal their delegate opens it: both manage it, and who comes in is whom both may bring."""
    me = actor.account_id
    await hold_labels(work, actor.tenant_id)
    # One person's requests pass one by one, so that a doubled click cannot open two rooms.
    await take_turn(work, me)
    same = select(Room.id).where(Room.opened_by == me, Room.request_key == wish.request_key)
    opened = await work.session.scalar(same)
    if opened is not None:
        return opened
    units = await holding.hold_units(work, wish.members)
    home = await _chosen(work, actor, wish.organization_id)
    members = await _members(work, (actor, principal), home, wish.members)
    await limits.check(work, tenant_id=home.tenant_id, organization_id=home.id, count=len(members))
    label = await label_for(work, home.tenant_id, template_of(wish.kind, wish.template))
    await check_newcomers(work, home.tenant_id, label, members)
    room = _room(work, wish, home, label, opened_by=me)
    managers = {me}
    if principal is not None:
        room.on_behalf_of = principal.account_id
        managers.add(principal.account_id)
        work.cause = replace(work.cause, on_behalf_of=principal.account_id)
    work.session.add(room)
    await work.session.flush()
    work.state(RoomOpened(room_id=room.id), by=me)
    roles = {account_id: Role.MANAGER if account_id in managers else Role.MEMBER for account_id in members}
    await admit(work, Beginning(room.id, since_number=1, since_ordinal=1), roles, by=me)
    if principal is not None:
        await behalf.sit_for(work, room.id, me, principal.account_id)
    if units:
        await holding.follow_in(work, {room.id}, by=me)
    return room.id


async def _members(
    work: Work, makers: tuple[Actor, Actor | None], home: Organization, wished: Collection[UUID]
) -> list[UUID]:
    """Everybody who shall be in the room: whoever makes it, for whom, and whom each of the two may bring."""
    actor, principal = makers
    if principal is None:
        return await invitees.check(work, actor, home.id, {*wished, actor.account_id})
    if home.id not in principal.organization_ids:
        raise Wrong(field="organization_id", reason="unknown")
    both = {actor.account_id, principal.account_id}
    found = set[UUID]()
    for each in (actor, principal):
        found.update(await invitees.check(work, each, home.id, {*wished} - both | {each.account_id}))
    return sorted(found)


async def room_for_good(
    work: Work, kind: RoomKind, home: Organization, key: str, *, opened_by: UUID | None
) -> Room:
    """A room that is there once for those who are in it, and as long as they are. Whoever makes it holds the levels."""
    room_id = uuid7(work.now)
    label = await label_for(work, home.tenant_id, kind)
    return Room(
        id=room_id,
        organization_id=home.id,
        owner_tenant=home.tenant_id,
        kind=kind,
        members_key=key,
        name="",
        purpose="",
        label=label.number,
        lgwan_only=label.seals,
        template=None,
        policies={},
        last_ordinal=0,
        opened_by=opened_by,
        opened_at=work.now,
        archived_at=None,
        request_key=room_id.hex[:26],
    )


async def home_of(work: Work, actor: Actor) -> Organization:
    """The organization in which the actor mainly serves: their rooms belong to it."""
    statement = (
        select(Organization)
        .join(Posting, Posting.organization_id == Organization.id)
        .where(Posting.account_id == actor.account_id, Posting.until.is_(None))
        .where(Organization.id.in_(actor.organization_ids))
        # Databases disagree where an empty cell stands, so it is not sorted by.
        .order_by(Posting.main.is_(None), Organization.display_order, Organization.id)
        .limit(1)
    )
    home = await work.session.scalar(statement)
    if home is None:
        raise Forbidden
    return home


async def _chosen(work: Work, actor: Actor, organization_id: UUID | None) -> Organization:
    """The organization of this id. One in which the actor does not serve is answered for as one that is not there."""
    if organization_id is None:
        return await home_of(work, actor)
    found = None
    if organization_id in actor.organization_ids:
        found = await work.session.get(Organization, organization_id)
    if found is None:
        raise Wrong(field="organization_id", reason="unknown")
    return found


def folded_of(kind: str, name: str, purpose: str) -> str:
    """What a search compares: nothing of a room that only its members may know of."""
    return folded(name, "", "", purpose) if kind == RoomKind.OPEN else ""


def clean_end(work: Work, ends_on: date | None) -> date | None:
    """The last day of a room: none, or one that is still to come."""
    today = day_in_japan(work.now)
    if ends_on is not None and not today <= ends_on <= today + LONGEST:
        raise Wrong(field="ends_on", reason="past" if ends_on < today else "too_late")
    return ends_on


def _room(work: Work, wish: Opening, home: Organization, label: Label, *, opened_by: UUID) -> Room:
    name = text.clean_line(wish.name, field="name", most=MOST_OF_NAME)
    purpose = text.clean(wish.purpose, field="purpose", most=MOST_OF_PURPOSE, least=0)
    return Room(
        id=uuid7(work.now),
        organization_id=home.id,
        owner_tenant=home.tenant_id,
        kind=wish.kind,
        name=name,
        purpose=purpose,
        folded=folded_of(wish.kind, name, purpose),
        label=label.number,
        lgwan_only=label.seals,
        template=wish.template,
        policies={},
        last_ordinal=0,
        opened_by=opened_by,
        opened_at=work.now,
        archived_at=None,
        ends_on=clean_end(work, wish.ends_on),
        request_key=wish.request_key,
    )
