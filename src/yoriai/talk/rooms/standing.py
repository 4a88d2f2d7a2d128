"""Where an actor stands in a room. Holding a Standing is the proof that its holder may be there.

One rule in five forms: `enter` asks it of one room, `enter_at_once` of many pairs, `visible_rooms` of all rooms at once,
`places_at_once` of all rooms of many actors, and `seats.rule_of_members` of many people.

Whoever follows an open room is not in it: they have a rule of their own (`onlookers`).
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Final, NamedTuple, Protocol, cast
from uuid import UUID

from sqlalchemy import ColumnElement, Select, or_, select

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.zones.policy import is_outside
from yoriai.platform.db.plainly import plainly
from yoriai.platform.db.statement import Row, Rows, as_id, as_id_or_none, statement
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import behalf, handover
from yoriai.talk.rooms.models import Membership, Role, Room, RoomKind
from yoriai.talk.rooms.policy import hidden_kinds
from yoriai.talk.rooms.side import on_this_side


@dataclass(frozen=True, slots=True)
class Standing:
    """An actor in a room, now."""

    actor: Actor
    room_id: UUID
    kind: RoomKind
    role: Role
    sees_from: int
    """The first ordinal that its holder may read."""
    since_number: int
    newest: int
    """The ordinal of the room's newest message."""
    is_archived: bool
    held_for: UUID | None
    """The account of a unit for which its holder sits here: what they say is said in its name (ORG-6)."""
    on_behalf_of: UUID | None = None
    """For whom they sit here, where it is not for themselves: they manage no more than that one does, now (ORG-8)."""


class Reads(Protocol):
    """Somebody who may read a room from somewhere on: they are in it, or follow it."""

    @property
    def actor(self) -> Actor: ...
    @property
    def room_id(self) -> UUID: ...
    @property
    def sees_from(self) -> int: ...
    @property
    def newest(self) -> int: ...


async def enter(work: Work, actor: Actor, room_id: UUID) -> Standing:
    """Go in, or be told that there is no such room: strangers learn nothing, not even that it is (A4). Whoever still
    reads what was said there before they were moved is told that, and until when.

    Whoever sits there on behalf of another one manages no more than that one does, now."""
    asked = {"room": room_id, "account": actor.account_id}

    def look(rows: Rows) -> Standing | None:
        for row in rows.all(ONE_PLACE, **asked):
            seat = row[OF_ROOM:]
            return _seated(actor, row[:OF_ROOM], seat, _managing(rows, [seat], work.now))
        return None

    standing = await plainly(work.session, look)
    if standing is None:
        raise await handover.why_shut(work, actor, room_id)
    return standing


OF_ROOM = 6  # columns
ONE_PLACE: Final = statement(
    "SELECT r.id, r.organization_id, r.kind, r.last_ordinal, r.archived_at, r.lgwan_only,"
    " m.room_id, m.account_id, m.role, m.since_ordinal, m.since_number, m.body_id, m.held_for, m.on_behalf_of"
    " FROM memberships m JOIN rooms r ON r.id = m.room_id"
    " WHERE m.room_id = :room AND m.account_id = :account AND m.is_open"
)
ROOMS = (
    "SELECT r.id, r.organization_id, r.kind, r.last_ordinal, r.archived_at, r.lgwan_only FROM {asked}"
    " JOIN rooms r ON r.id = asked.room ORDER BY r.id"
)
SEATS_OF = (
    "SELECT m.room_id, m.account_id, m.role, m.since_ordinal, m.since_number, m.body_id, m.held_for, m.on_behalf_of"
    " FROM {asked}"
    " JOIN memberships m ON m.room_id = asked.room AND m.account_id = asked.account AND m.is_open"
    " ORDER BY m.room_id, m.account_id"
)
PLACES = {"room": "uuid", "account": "uuid"}
LOOK_AT_ROOMS: Final = statement(ROOMS, asked={"room": "uuid"})
HOLD_ROOMS: Final = statement(f"{ROOMS} {{hold}} OF r", asked={"room": "uuid"})
LOOK_AT_SEATS: Final = statement(SEATS_OF, asked=PLACES)
HOLD_SEATS: Final = statement(f"{SEATS_OF} {{hold}} OF m", asked=PLACES)


PLACES_OF = (
    "SELECT m.account_id, m.room_id, r.organization_id, r.kind, r.lgwan_only, m.body_id, m.held_for, m.since_number, m.since_ordinal"
    " FROM {asked} CROSS JOIN memberships m JOIN rooms r ON r.id = m.room_id WHERE m.account_id = asked.account AND m.is_open"
)
EVERY_PLACE: Final = statement(PLACES_OF, asked={"account": "uuid"})
SOME_PLACES: Final = statement(f"{PLACES_OF} AND m.room_id = asked.room", asked=PLACES)
MOST_NAMED = 500
"""Above this, reading all rooms of a person costs less than naming some."""


def enter_at_once(
    rows: Rows, asked: Sequence[tuple[Actor, UUID]], now: datetime, *, counts: bool = False
) -> list[Standing | Refused]:
    """The same door on the hot path, or why it stays shut.

    What was read stays so until the commit: the memberships, or with `counts` the rooms themselves, so that an
    ordinal is taken by nobody else and whoever has left, has left.
    """
    wanted = [(room,) for room in {room for _, room in asked}]
    pairs = list({(room, actor.account_id) for actor, room in asked})
    rooms = {as_id(row[0]): row for row in rows.all(HOLD_ROOMS if counts else LOOK_AT_ROOMS, asked=wanted)}
    taken = rows.all(LOOK_AT_SEATS if counts else HOLD_SEATS, asked=pairs)
    seats = {(as_id(row[0]), as_id(row[1])): row for row in taken}
    managing = _managing(rows, taken, now)
    found = [
        _seated(actor, rooms.get(room), seats.get((room, actor.account_id)), managing)
        for actor, room in asked
    ]
    shut = [place for place, here in zip(asked, found, strict=True) if here is None]
    reasons = iter(handover.why_shut_at_once(rows, shut, now))
    return [here or next(reasons) for here in found]


class Place(NamedTuple):
    """That somebody is in a room, and from where on they hear it."""

    room_id: UUID
    since_number: int
    sees_from: int


def places_at_once(rows: Rows, asked: Sequence[tuple[Actor, Collection[UUID] | None]]) -> list[list[Place]]:
    """The same rule asked of all rooms of many actors, or of some rooms of each: two statements, however many ask."""
    accounts = {actor.account_id for actor, named in asked if named is None or len(named) > MOST_NAMED}
    pairs = {
        (room, actor.account_id)
        for actor, named in asked
        if named is not None and actor.account_id not in accounts
        for room in named
    }
    known = cache(as_id)  # many of them are in the same rooms
    seats = defaultdict[UUID, list[tuple[UUID, str, bool, UUID | None, bool, Place]]](list)
    for account, room, organization, kind, sealed, through, held_for, *since in (
        *(rows.all(EVERY_PLACE, asked=[(each,) for each in accounts]) if accounts else ()),
        *(rows.all(SOME_PLACES, asked=list(pairs)) if pairs else ()),
    ):
        place = Place(known(room), *cast("list[int]", since))
        seats[known(account)].append(
            (
                known(organization),
                str(kind),
                bool(sealed),
                as_id_or_none(through),
                held_for is not None,
                place,
            )
        )
    return [
        [
            place
            for organization_id, kind, is_sealed, through, is_held, place in seats.get(actor.account_id, ())
            if (is_held or actor.belongs)
            and _is_there(actor, organization_id, kind, is_sealed=is_sealed, through=through)
            and (named is None or place.room_id in named)
        ]
        for actor, named in asked
    ]


def visible_rooms(actor: Actor) -> Select[UUID]:
    """The same rule asked of all rooms at once: for lists, search and exports."""
    return select(Membership.room_id).join(Room, Room.id == Membership.room_id).where(*rule(actor))


def rule(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a membership and its room, so that this actor is in there."""
    return Membership.account_id == actor.account_id, *conditions(actor).values()


def conditions(actor: Actor) -> Mapping[str, ColumnElement[bool]]:
    """The same of a membership of the actor, each by its name: for whoever must say which of them does not hold."""
    hidden = hidden_kinds(actor.switched_off)
    return {
        "member": Membership.is_open.is_(True),
        "organization": or_(
            Room.organization_id.in_(actor.organization_ids), Membership.body_id == actor.tenant_id
        ),
        **({} if actor.belongs else {"seat": Membership.held_for.is_not(None)}),
        **({"module": Room.kind.not_in(hidden)} if hidden else {}),
        **({"side": on_this_side(actor)} if is_outside(actor.zone) else {}),
    }


def _is_there(
    actor: Actor, organization_id: UUID, kind: str, *, is_sealed: bool, through: UUID | None
) -> bool:
    """What must hold of the room of an open membership of this actor: they serve there, or their body has a part in it."""
    if is_sealed and is_outside(actor.zone):
        return False
    serves = organization_id in actor.organization_ids or through == actor.tenant_id
    return serves and (not actor.switched_off or kind not in hidden_kinds(actor.switched_off))


def _managing(rows: Rows, seats: Sequence[Row], now: datetime) -> set[behalf.Place]:
    """Of seats that are held on behalf of somebody those that manage their room, now; for nearly all no question."""
    places = {(as_id(room), as_id(account)) for room, account, *_, for_whom in seats if for_whom is not None}
    return behalf.manage_at_once(rows, places, day_in_japan(now))


def _seated(
    actor: Actor, room: Row | None, seat: Row | None, managing: Collection[behalf.Place]
) -> Standing | None:
    if room is None or seat is None:
        return None
    room_id, organization_id, kind, newest, archived_at, lgwan_only = room
    _, _, role, sees_from, since_number, body_id, held_for, for_whom = seat
    if held_for is None and not actor.belongs:
        return None
    sealed, through = bool(lgwan_only), as_id_or_none(body_id)
    if not _is_there(actor, as_id(organization_id), str(kind), is_sealed=sealed, through=through):
        return None
    return Standing(
        actor,
        as_id(room_id),
        RoomKind(str(kind)),
        Role(str(role))
        if for_whom is None or (as_id(room_id), actor.account_id) in managing
        else Role.MEMBER,
        sees_from=cast("int", sees_from),
        since_number=cast("int", since_number),
        newest=cast("int", newest),
        is_archived=archived_at is not None,
        held_for=as_id_or_none(held_for),
        on_behalf_of=as_id_or_none(for_whom),
    )
