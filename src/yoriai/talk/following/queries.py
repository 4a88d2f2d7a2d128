"""Reading along: what is new in the rooms that somebody follows, and one of them to read. Counted when it is looked at."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, func, select

from yoriai.kit.paging import USUAL_ROWS
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.platform.work.work import Work
from yoriai.talk.following.wire import DigestOut, DigestRoomOut, FollowedOut, FollowedRoomOut, SaidOut
from yoriai.talk.messages import queries
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.models import Blank, Message
from yoriai.talk.messages.parts import first_words
from yoriai.talk.messages.queries import Place
from yoriai.talk.messages.said_by import IN_ONE_LINE
from yoriai.talk.messages.wire import people_in
from yoriai.talk.rooms.models import Following, Membership, Room
from yoriai.talk.rooms.onlookers import Onlooker, rule_of_onlookers
from yoriai.talk.rooms.side import on_this_side

MOST_LINES: Final = 3
MOST_OF_TEXT: Final = 120  # characters of a message in its line
LONG_AGO: Final = datetime.min.replace(tzinfo=UTC)
REACH: Final = 50
"""So far back the newest lines are looked for, however much is new."""


@dataclass(frozen=True, slots=True)
class Followed:
    """A room that is followed, in the order of the columns below."""

    room_id: UUID
    name: str
    purpose: str
    member_count: int
    newest: int
    since_ordinal: int
    seen_ordinal: int
    blanks: int

    @property
    def new(self) -> int:
        read = max(self.seen_ordinal, self.since_ordinal - 1)
        return max(self.newest - read - self.blanks, 0)


async def followed_by(work: Work, actor: Actor) -> list[FollowedOut]:
    """Which rooms somebody has chosen to follow; one query. Whether they still may is asked when they look."""
    mine = (
        select(Following.room_id, Room.organization_id)
        .join(Room, Room.id == Following.room_id)
        .where(Following.account_id == actor.account_id, on_this_side(actor))
        .order_by(Following.room_id)
    )
    return [
        FollowedOut(room_id=room_id, organization_id=home)
        for room_id, home in await work.session.execute(mine)
    ]


async def digest(work: Work, actor: Actor, *, organization: UUID | None = None) -> DigestOut:
    """What is new in each room that the actor follows: three queries, however many rooms, and however much is new."""
    home = () if organization is None else (Room.organization_id == organization,)
    asked = _followed().where(*rule_of_onlookers(actor), *home).order_by(Room.id.desc())
    rooms = [Followed(*row) for row in await work.session.execute(asked)]
    lines = await _lines(work, actor)
    shown = [_shown(room, lines.get(room.room_id, [])) for room in rooms]
    shown.sort(key=_newest, reverse=True)
    people = await people_of(
        work.session, {line.author_id for room in shown for line in room.lines}, actor.redaction_class
    )
    return DigestOut(rooms=shown, people=people)


async def read(work: Work, here: Onlooker, place: Place) -> FollowedRoomOut:
    """The room and a page of it: a fixed number of queries."""
    words = select(Room.name, Room.purpose, _members()).where(Room.id == here.room_id)
    name, purpose, member_count = (await work.session.execute(words)).one()
    page = await queries.page(work, here, place, USUAL_ROWS)
    people = await people_of(work.session, people_in(page.messages), here.actor.redaction_class)
    return FollowedRoomOut(
        room_id=here.room_id,
        name=name,
        purpose=purpose,
        member_count=member_count,
        newest_ordinal=here.newest,
        seen=here.seen,
        messages=await with_units(work.session, page.messages, people),
        people=people,
        older=page.older,
    )


def _members() -> ScalarSelect[int]:
    seats = select(func.count()).where(
        Membership.room_id == Room.id, Membership.is_open.is_(True), Membership.held_for.is_(None)
    )
    return seats.correlate(Room).scalar_subquery()


def _followed() -> Select[*tuple[Any, ...]]:
    blanks = select(func.count()).where(
        Blank.room_id == Room.id,
        Blank.ordinal > Following.seen_ordinal,
        Blank.ordinal >= Following.since_ordinal,
    )
    return select(
        Room.id,
        Room.name,
        Room.purpose,
        _members(),
        Room.last_ordinal,
        Following.since_ordinal,
        Following.seen_ordinal,
        blanks.correlate(Room, Following).scalar_subquery(),
    ).join(Room, Room.id == Following.room_id)


async def _lines(work: Work, actor: Actor) -> Mapping[UUID, list[SaidOut]]:
    """By room the newest of what is new and was not taken back."""
    place = func.row_number().over(partition_by=Message.room_id, order_by=Message.ordinal.desc())
    new = (
        select(
            Message.room_id,
            Message.id,
            IN_ONE_LINE.label("author_id"),
            Message.parts,
            Message.posted_at,
            Message.ordinal,
            place.label("place"),
        )
        .select_from(Following)
        .join(Room, Room.id == Following.room_id)
        .join(Message, Message.room_id == Room.id)
        .where(*rule_of_onlookers(actor), Message.withdrawn_at.is_(None))
        .where(Message.ordinal > Following.seen_ordinal, Message.ordinal >= Following.since_ordinal)
        .where(Message.ordinal > Room.last_ordinal - REACH)
        .subquery()
    )
    asked = select(new.c.room_id, new.c.id, new.c.author_id, new.c.parts, new.c.posted_at)
    found: dict[UUID, list[SaidOut]] = {}
    rows = await work.session.execute(asked.where(new.c.place <= MOST_LINES).order_by(new.c.ordinal))
    for room_id, message_id, author_id, parts, posted_at in rows:
        text = first_words(parts, MOST_OF_TEXT)
        line = SaidOut(message_id=message_id, author_id=author_id, text=text, posted_at=posted_at)
        found.setdefault(room_id, []).append(line)
    return found


def _shown(room: Followed, lines: Sequence[SaidOut]) -> DigestRoomOut:
    return DigestRoomOut(
        room_id=room.room_id,
        name=room.name,
        purpose=room.purpose,
        member_count=room.member_count,
        new=room.new,
        lines=list(lines),
    )


def _newest(room: DigestRoomOut) -> tuple[bool, datetime]:
    """Where something is new stands above, by when it was said; the others as they were, the newest room first."""
    return room.new > 0, room.lines[-1].posted_at if room.lines else LONG_AGO
