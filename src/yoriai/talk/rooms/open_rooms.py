"""Open rooms: everybody of the organization finds them, and comes in without being asked (ROOM-6)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, delete, false, func, or_, select

from yoriai.kit import paging
from yoriai.kit.errors import NotFound
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.names import sought
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import holding, limits, lines, ordinals
from yoriai.talk.rooms.admission import PLAINLY, Beginning, admit
from yoriai.talk.rooms.facts import MemberJoined
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.labels import labels_of
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Following, Membership, Role, Room
from yoriai.talk.rooms.newcomers import check_newcomers
from yoriai.talk.rooms.onlookers import findable
from yoriai.talk.rooms.policy import shows_past
from yoriai.talk.rooms.standing import rule

PAGE: Final = 50
MOST_QUERY: Final = 50  # characters


@dataclass(frozen=True, slots=True)
class OpenRoom:
    """An open room, as whoever is not in it yet may see it: no word of what is said there."""

    room_id: UUID
    organization_id: UUID
    name: str
    purpose: str
    member_count: int
    is_member: bool
    is_read: bool
    """They sit there for a unit: they read it, and may still come in by themselves."""
    is_followed: bool
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Page:
    """Some open rooms, and where the list goes on."""

    rooms: Sequence[OpenRoom]
    next: str | None


async def page(
    work: Work, actor: Actor, *, query: str = "", organization: UUID | None = None, cursor: str | None = None
) -> Page:
    """Open rooms of the actor's organizations, the newest first; every word must fit. One query a page."""
    words = clean_line(query, field="q", most=MOST_QUERY, least=0).split(" ")
    # Whoever sits there for a unit has not come in by themselves.
    anybody = select(Membership.id).where(Membership.room_id == Room.id, Membership.is_open.is_(True))
    seats = anybody.where(Membership.held_for.is_(None))
    held = anybody.where(Membership.held_for.is_not(None), Membership.account_id == actor.account_id)
    mine = select(Following.room_id).where(
        Following.room_id == Room.id, Following.account_id == actor.account_id
    )
    rooms = (
        select(
            Room.id,
            Room.organization_id,
            Room.name,
            Room.purpose,
            select(func.count()).select_from(seats.correlate(Room).subquery()).scalar_subquery(),
            seats.where(Membership.account_id == actor.account_id).correlate(Room).exists(),
            held.correlate(Room).exists(),
            mine.correlate(Room).exists(),
            Room.opened_at,
        )
        .where(*findable(actor), *[_fits(word) for word in words if word])
        .order_by(Room.id.desc())  # ids grow with time
        .limit(PAGE + 1)
    )
    if organization is not None:
        rooms = rooms.where(Room.organization_id == organization)
    if cursor is not None:
        (last_seen,) = paging.decode(cursor, UUID)
        rooms = rooms.where(Room.id < last_seen)
    found = [OpenRoom(*row) for row in await work.session.execute(rooms)]
    return Page(found[:PAGE], paging.encode(found[PAGE - 1].room_id) if len(found) > PAGE else None)


async def join(work: Work, actor: Actor, room_id: UUID) -> None:
    """Come into an open room. Who is in a room already stays as they are; any other room is not there (A4)."""
    me = actor.account_id
    await ordinals.hold(work, (room_id,))
    inside = (
        select(Membership.id).join(Room, Room.id == Membership.room_id).where(Membership.held_for.is_(None))
    )
    is_inside = await work.session.scalar(inside.where(Room.id == room_id, *rule(actor))) is not None
    room = await work.session.scalar(select(Room).where(Room.id == room_id, *findable(actor)))
    if is_inside:
        return
    if room is None:
        raise NotFound
    seats = select(func.count()).where(
        Membership.room_id == room_id, Membership.is_open.is_(True), Membership.held_for.is_(None)
    )
    there = await work.session.scalar(seats) or 0
    label = (await labels_of(work, room.owner_tenant)).of(room)
    await check_newcomers(work, room.owner_tenant, label, (me,))
    await limits.check_cap(work, tenant_id=room.owner_tenant, count=there + 1)
    stood_up = await holding.vacate(work, room_id, (me,), by=me)
    since_ordinal = 1 if shows_past(room.policies) else room.last_ordinal + 1
    beginning = Beginning(room_id, await next_number(work, room_id), since_ordinal)
    line = Line(room_id=room_id, after_ordinal=room.last_ordinal, kind=LineKind.JOINED, by=me, who=(me,))
    line_ids = tuple(await lines.write(work, (line,)))
    work.state(MemberJoined(room_id=room_id, account_id=me, role=Role.MEMBER, line_ids=line_ids), by=me)
    await end_following(work, room_id, (me,))
    await admit(work, beginning, {me: Role.MEMBER}, by=me)
    holding.renew(work, stood_up, by=me)


async def end_following(work: Work, room_id: UUID, newcomers: Collection[UUID]) -> None:
    """Whoever comes in follows no longer: they hear of everything."""
    over = delete(Following).where(Following.room_id == room_id, among(Following.account_id, newcomers))
    await work.session.execute(over, execution_options=PLAINLY)


def _fits(word: str) -> ColumnElement[bool]:
    return or_(false(), *(Room.folded.contains(form, autoescape=True) for form in sought(word)))
