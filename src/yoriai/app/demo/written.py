"""Writing what was said as the product keeps it: rooms, seats, messages and how far everybody has read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Final, cast
from uuid import UUID

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.app.demo.casting import Player
from yoriai.app.demo.composer import Said
from yoriai.app.demo.founding import Bodies
from yoriai.app.demo.life import Life, Row
from yoriai.app.demo.moments import Calendar
from yoriai.app.demo.people import Cast
from yoriai.app.demo.talk import OPENED_BEFORE, RoomStory, Story
from yoriai.kit.ids import uuid7
from yoriai.people.orgs.models import Department
from yoriai.people.zones.zone import Zone
from yoriai.platform.db.base import Base
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.messages.models import Message, MessageVersion
from yoriai.talk.pins.models import Pin
from yoriai.talk.reactions.models import Reaction
from yoriai.talk.rooms.keys import own_key, pair_key
from yoriai.talk.rooms.models import Following, Membership, ReadMark, Role, Room, RoomKind
from yoriai.talk.rooms.open import folded_of

DIGITS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LOOKS: Final = ((0.55, 5, 45), (0.85, 45, 240), (0.95, 240, 1_700), (1.0, 1_700, 6_000))
"""How long ago people looked last, in minutes: most of them lately, a few of them are away for days."""

AT_ONCE: Final = 1_000
"""Rows in one work."""
_COUNT: Final = update(Room).where(Room.id == bindparam("room")).values(last_ordinal=bindparam("many"))


@dataclass(frozen=True, slots=True)
class Spoken:
    """A room with what was said in it, on its way into the database."""

    room_id: UUID
    seed: str
    members: Sequence[Player]
    said: Sequence[Said]
    unread: Mapping[UUID, int]
    manager: UUID | None = None
    is_written: bool = False
    """Whether it is told word by word how the talk went."""

    def life(self, messages: Sequence[Row], now: datetime) -> Life:
        """What people have done with these messages."""
        return Life(self.seed, self.said, messages, self.is_written, self.manager, now)

    def messages(self, outside: frozenset[str]) -> list[Row]:
        rng = Random(self.seed)  # noqa: S311 no secret hangs on it
        return [
            {
                "id": uuid7(each.at), "room_id": self.room_id, "ordinal": ordinal,
                "author_id": each.player.account_id, "on_behalf_of": None, "send_key": key_of(each.at),
                "parts": [{"kind": "text", "text": each.words}], "zone": _zone(each.player, outside, rng),
                "quote_id": None, "posted_at": each.at, "edited_at": None, "withdrawn_at": None,
                "withdrawal": None, "withdrawn_by": None,
            }
            for ordinal, each in enumerate(self.said, start=1)
        ]  # fmt: skip

    def marks(self, now: datetime) -> list[Row]:
        """Everybody has read what was there when they looked last, and whatever they answered."""
        newest = len(self.said)
        own = {each.player.account_id: ordinal for ordinal, each in enumerate(self.said, start=1)}
        rows: list[Row] = []
        for player in self.members:
            looked = looked_at(player, self.seed, now)
            read = sum(each.at <= looked for each in self.said)
            behind = self.unread.get(player.account_id)
            ordinal = max(read if behind is None else newest - behind, own.get(player.account_id, 0))
            rows.append(
                {
                    "room_id": self.room_id, "account_id": player.account_id, "ordinal": ordinal,
                    "marked_at": max(looked, self.said[-1].at) if self.said else looked,
                }
            )  # fmt: skip
        return rows


@dataclass(frozen=True, slots=True)
class Opening:
    """A room that people have made, and who sits in it."""

    room: Row
    seats: Sequence[Row]
    spoken: Spoken
    followings: Sequence[Row] = ()


def openings(story: Story, cast: Cast, bodies: Bodies, calendar: Calendar) -> list[Opening]:
    """The rooms that people have made, with all that was said there."""
    return [_opening(each, cast, bodies, calendar) for each in story.rooms]


def _opening(story: RoomStory, cast: Cast, bodies: Bodies, calendar: Calendar) -> Opening:
    said, members = story.spoken(cast, calendar), story.everybody(cast)
    at = said[0].at - OPENED_BEFORE
    room_id = uuid7(at)
    name = story.called(calendar.now)
    hall_id = bodies.common_id if story.hall else bodies.town.organization_id
    room: Row = {
        "id": room_id, "organization_id": hall_id, "owner_tenant": bodies.town.tenant_id, "kind": story.kind,
        "department_id": None, "members_key": _members_key(story.kind, hall_id, members), "name": name,
        "purpose": story.purpose, "folded": folded_of(story.kind, name, story.purpose), "label": None,
        "template": None, "policies": {}, "last_ordinal": len(said), "opened_by": members[0].account_id,
        "opened_at": at, "archived_at": None, "request_key": key_of(at),
    }  # fmt: skip
    unread = {cast.one(name).account_id: many for name, many in story.unread.items()}
    has_manager = story.kind in {RoomKind.GROUP, RoomKind.OPEN}
    seats = [
        _seat(room_id, player, at, is_manager=has_manager and not place)
        for place, player in enumerate(members)
    ]
    manager = members[0].account_id if has_manager else None
    spoken = Spoken(room_id, story.seed, members, said, unread, manager, is_written=bool(story.said))
    followings = [
        _following(room_id, cast.one(name), len(said) - new, at) for name, new in story.followers.items()
    ]
    return Opening(room, seats, spoken, followings)


async def rooms_of_units(work: Work, story: Story, cast: Cast, calendar: Calendar) -> list[Spoken]:
    """The rooms that have followed from the trees of all bodies."""
    found = await work.session.execute(
        select(Room.id, Department.name, Department.path, Membership.account_id)
        .join(Department, Department.id == Room.department_id)
        .join(Membership, Membership.room_id == Room.id)
        .where(Room.kind == RoomKind.DEPARTMENT, Membership.is_open.is_(True))
    )
    names: dict[UUID, tuple[str, str]] = {}
    seated: dict[UUID, set[UUID]] = {}
    for room_id, name, path, account_id in found:
        names[room_id] = name, path
        seated.setdefault(room_id, set()).add(account_id)
    spoken: list[Spoken] = []
    for room_id, (name, path) in sorted(names.items(), key=lambda each: each[1]):
        members = [player for player in cast.players.values() if player.account_id in seated[room_id]]
        spoken.append(Spoken(room_id, path, members, story.of_unit(name, members, calendar), {}))
    return spoken


def _members_key(kind: RoomKind, hall_id: UUID, members: Sequence[Player]) -> str | None:
    match kind:
        case RoomKind.DIRECT:
            return pair_key(hall_id, members[0].account_id, members[1].account_id)
        case RoomKind.SELF:
            return own_key(members[0].account_id)
        case _:
            return None


async def open_all(work: Work, rooms: Sequence[Opening]) -> None:
    await work.session.execute(insert(Room), [each.room for each in rooms])
    await work.session.execute(insert(Membership), [seat for each in rooms for seat in each.seats])
    await work.session.execute(insert(Following), [row for each in rooms for row in each.followings])


async def write(works: Works, rooms: Sequence[Spoken], outside: frozenset[str]) -> None:
    """Everything that was said, and how far it was read, in a few works. What lies back is told to nobody."""
    now = works.now()
    for part in parts(rooms):
        counts = [{"room": each.room_id, "many": len(each.said)} for each in part]
        async with works.writing() as work:
            connection = await work.session.connection()
            await connection.execute(_COUNT, counts)
            for table, rows in _rows(part, outside, now).items():
                await _put(work.session, table, rows)


def _rows(
    rooms: Sequence[Spoken], outside: frozenset[str], now: datetime
) -> Mapping[type[Base], Sequence[Row]]:
    """Everything that is kept of these rooms, in an order in which it can be written."""
    found: dict[type[Base], list[Row]] = {
        Message: [],
        MessageVersion: [],
        ReadMark: [],
        Reaction: [],
        Pin: [],
    }
    for room in rooms:
        messages, marks = room.messages(outside), room.marks(now)
        life = room.life(messages, now)
        life.go_by()
        found[Message] += messages
        found[MessageVersion] += life.versions
        found[ReadMark] += marks
        read = {cast("UUID", mark["account_id"]): cast("int", mark["ordinal"]) for mark in marks}
        found[Reaction] += life.reactions(read)
        found[Pin] += life.pins(room.room_id)
    return found


async def _put(session: AsyncSession, table: type[Base], rows: Sequence[Row]) -> None:
    if rows:
        await session.execute(insert(table), rows)


def parts(rooms: Sequence[Spoken]) -> Iterator[Sequence[Spoken]]:
    """Rooms enough for one work, so that none holds the lock for long."""
    part: list[Spoken] = []
    for each in rooms:
        part.append(each)
        if sum(len(room.said) + len(room.members) for room in part) > AT_ONCE:
            yield part
            part = []
    if part:
        yield part


def looked_at(player: Player, room: str, now: datetime) -> datetime:
    """When somebody looked into a room last."""
    share = Random(player.login_id).random()  # noqa: S311 no secret hangs on it
    least, most = next((least, most) for upto, least, most in LOOKS if share <= upto)
    return now - timedelta(minutes=Random(player.login_id + room).uniform(least, most))  # noqa: S311


def key_of(at: datetime) -> str:
    """A send key as the author's own client would have made it at that moment."""
    value = uuid7(at).int
    return "".join(DIGITS[(value >> shift) & 31] for shift in range(125, -1, -5))


def _zone(player: Player, outside: frozenset[str], rng: Random) -> Zone:
    is_out = player.login_id in outside and rng.random() < 0.3
    return Zone.INTERNET if is_out else Zone.LGWAN


def _seat(room_id: UUID, player: Player, at: datetime, *, is_manager: bool) -> Row:
    return {
        "id": uuid7(at), "room_id": room_id, "account_id": player.account_id,
        "role": Role.MANAGER if is_manager else Role.MEMBER, "is_open": True, "since_number": 1, "since_ordinal": 1,
        "until_number": None, "joined_at": at, "left_at": None,
    }  # fmt: skip


def _following(room_id: UUID, player: Player, seen: int, at: datetime) -> Row:
    return {
        "account_id": player.account_id, "room_id": room_id, "since_ordinal": 1, "seen_ordinal": max(seen, 0),
        "followed_at": at,
    }  # fmt: skip
