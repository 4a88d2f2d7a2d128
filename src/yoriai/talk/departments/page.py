"""Reading in the rooms of one's former units, and who else reads there. Each a fixed number of queries."""

from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, select

from yoriai.kit import paging
from yoriai.kit.days import day_in_japan
from yoriai.kit.paging import USUAL_ROWS
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.models import Account
from yoriai.platform.work.work import Work
from yoriai.talk.departments.handover import serves
from yoriai.talk.departments.wire import (
    FormerPageOut,
    FormerRoomOut,
    FormerRoomsOut,
    HandoverOut,
    PredecessorOut,
    PredecessorsOut,
)
from yoriai.talk.messages import queries
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.queries import NO_END, Place
from yoriai.talk.messages.versions import as_of
from yoriai.talk.messages.wire import people_in
from yoriai.talk.rooms.handover import Predecessor, rule
from yoriai.talk.rooms.models import Handover, Membership, Room
from yoriai.talk.rooms.side import on_this_side
from yoriai.talk.rooms.standing import Standing

MOST_PEOPLE: Final = 100


async def running(work: Work, actor: Actor) -> list[HandoverOut]:
    """Where somebody still reads, as their first screen says it; one query."""
    found = await _mine(work, actor)
    return [
        HandoverOut(room_id=each.room_id, organization_id=each.organization_id, last_day=each.last_day)
        for each in found
    ]


async def former_rooms(work: Work, actor: Actor) -> FormerRoomsOut:
    """The same with what the rooms were called while they were in them."""
    return FormerRoomsOut(rooms=await _mine(work, actor))


async def _mine(work: Work, actor: Actor) -> list[FormerRoomOut]:
    asked = (
        select(Room.id, Room.organization_id, Handover.last_day, Handover.name)
        .join(Room, Room.id == Handover.room_id)
        .where(*rule(actor, day_in_japan(work.now)))
        .order_by(Handover.last_day, Room.id)
    )
    return [
        FormerRoomOut(room_id=room_id, organization_id=organization_id, last_day=last_day, name=name)
        for room_id, organization_id, last_day, name in await work.session.execute(asked)
    ]


async def read(work: Work, here: Predecessor, cursor: str | None) -> FormerPageOut:
    """The room and a page of what was said in it before the reader was moved, in the words of that moment. What was
    taken back since is gone."""
    before = NO_END if cursor is None else queries.place_of(cursor).before
    beside = here.newest + 1 if before is None else min(before, here.newest + 1)
    page = await queries.page(work, here, Place(before=beside), USUAL_ROWS)
    organization = select(Room.organization_id).where(Room.id == here.room_id)
    organization_id = (await work.session.scalars(organization)).one()
    messages = await as_of(work, page.messages, here.moved_at)
    people = await people_of(work.session, people_in(messages), here.actor.redaction_class)
    return FormerPageOut(
        room_id=here.room_id,
        organization_id=organization_id,
        last_day=here.last_day,
        name=here.name,
        purpose=here.purpose,
        newest_ordinal=here.newest,
        messages=await with_units(work.session, messages, people),
        people=people,
        older=page.older,
    )


async def predecessors(
    work: Work, actor: Actor, *those: ColumnElement[bool], cursor: str | None = None
) -> PredecessorsOut:
    """Who still reads in rooms of which these conditions hold, the newest first: whoever may not, is not listed."""
    inside = select(Membership.id).where(
        Membership.room_id == Handover.room_id,
        Membership.account_id == Handover.account_id,
        Membership.is_open.is_(True),
    )
    asked = (
        select(Handover.id, Handover.account_id, Room.id, Room.name, Handover.last_day)
        .join(Room, Room.id == Handover.room_id)
        .join(Account, Account.id == Handover.account_id)
        .where(Handover.last_day >= day_in_japan(work.now), ~inside.exists(), *those)
        .where(serves(work, Room.organization_id), on_this_side(actor))
        .order_by(Handover.id.desc())
        .limit(MOST_PEOPLE + 1)
    )
    if cursor is not None:
        (last_seen,) = paging.decode(cursor, UUID)
        asked = asked.where(Handover.id < last_seen)
    found = [
        PredecessorOut(
            handover_id=handover_id, account_id=account_id, room_id=room_id, room_name=name, last_day=last_day
        )
        for handover_id, account_id, room_id, name, last_day in await work.session.execute(asked)
    ]
    shown = found[:MOST_PEOPLE]
    people = await people_of(work.session, {each.account_id for each in shown}, actor.redaction_class)
    more = paging.encode(shown[-1].handover_id) if len(found) > MOST_PEOPLE else None
    return PredecessorsOut(predecessors=shown, people=people, next=more)


async def of_room(work: Work, here: Standing, cursor: str | None) -> PredecessorsOut:
    """Who still reads in one room."""
    return await predecessors(work, here.actor, Handover.room_id == here.room_id, cursor=cursor)


async def of_body(work: Work, actor: Actor, cursor: str | None) -> PredecessorsOut:
    """Who still reads in any room of the actor's body."""
    return await predecessors(work, actor, Room.owner_tenant == actor.tenant_id, cursor=cursor)
