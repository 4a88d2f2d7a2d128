"""Whoever follows an open room without being in it: a rule of its own, `rule_of_onlookers`, asked of one room by
`look_in`; and what they get there lets them read and nothing else."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, false, select

from yoriai.kit.errors import NotFound
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import AccountKind
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Following, Membership, Room, RoomKind
from yoriai.talk.rooms.side import on_this_side


@dataclass(frozen=True, slots=True)
class Onlooker:
    """An actor who follows an open room without being in it, now. What asks for a Standing does not take one: nothing
    is said, marked, pinned or heard by it."""

    actor: Actor
    room_id: UUID
    sees_from: int
    newest: int
    seen: int
    """The ordinal up to which they have looked."""


def findable(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a room so that this actor finds it without being in it: the rule of the list of open rooms, of
    coming in and of following. Guests find nothing (A12), nor does whoever has no seat, nor does anybody a room that has been put away."""
    return (
        Room.kind == RoomKind.OPEN,
        Room.archived_at.is_(None),
        Room.organization_id.in_(actor.organization_ids)
        if actor.kind == AccountKind.MEMBER and actor.belongs
        else false(),
        on_this_side(actor),
    )


def rule_of_onlookers(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a `Following` and its `Room`, so that this actor reads along there. Asked anew each time: what
    is found no longer is followed no longer."""
    inside = select(Membership.id).where(
        Membership.room_id == Room.id,
        Membership.account_id == actor.account_id,
        Membership.is_open.is_(True),
    )
    return Following.account_id == actor.account_id, *findable(actor), ~inside.exists()


async def look_in(work: Work, actor: Actor, room_id: UUID) -> Onlooker:
    """The door of those who follow. To everybody else there is no such room (A4)."""
    asked = (
        select(Following.since_ordinal, Room.last_ordinal, Following.seen_ordinal)
        .join(Room, Room.id == Following.room_id)
        .where(Room.id == room_id, *rule_of_onlookers(actor))
    )
    row = (await work.session.execute(asked)).one_or_none()
    if row is None:
        raise NotFound
    return Onlooker(actor, room_id, *row)
