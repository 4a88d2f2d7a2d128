"""Whose face somebody sees: of whoever's card they may open or who is in a room with them, and of rooms that they are in
or find. One rule, asked of faces by whose they are and by their files."""

from collections.abc import Collection, Sequence
from typing import cast
from uuid import UUID

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import aliased

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.listing import listed
from yoriai.people.accounts.models import Account, AccountStatus
from yoriai.people.files.models import File
from yoriai.platform.db.among import among
from yoriai.platform.feature import Who
from yoriai.platform.work.work import Work
from yoriai.talk.faces.models import Face
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.onlookers import findable
from yoriai.talk.rooms.standing import rule, visible_rooms


async def seen(
    work: Work, actor: Actor, account_ids: Collection[UUID], room_ids: Collection[UUID]
) -> Sequence[tuple[UUID, File]]:
    """Of these people and rooms those whose face the actor sees, with the file of it. One question."""
    asked = (
        select(Face.account_id, Face.room_id, File)
        .join(File, File.id == Face.file_id)
        .outerjoin(Account, Account.id == Face.account_id)
        .where(or_(among(Face.account_id, account_ids), among(Face.room_id, room_ids)), _is_seen(work, actor))
    )
    rows = await work.session.execute(asked)
    return [(cast("UUID", account_id or room_id), file) for account_id, room_id, file in rows]


async def shown_to(work: Work, who: Who, file_ids: Collection[UUID]) -> Collection[UUID]:
    """Of these files those that are the face of somebody, or of a room, whom this one sees. One question."""
    asked = (
        select(Face.file_id)
        .outerjoin(Account, Account.id == Face.account_id)
        .where(among(Face.file_id, file_ids), _is_seen(work, cast("Actor", who)))
    )
    return {each for each in await work.session.scalars(asked) if each is not None}


def _is_seen(work: Work, actor: Actor) -> ColumnElement[bool]:
    return or_(
        Face.account_id == actor.account_id,
        and_(Account.status == AccountStatus.ACTIVE, _is_near(work, actor)),
        Face.room_id.in_(visible_rooms(actor)),
        Face.room_id.in_(select(Room.id).where(*findable(actor))),
    )


def _is_near(work: Work, actor: Actor) -> ColumnElement[bool]:
    """Of a person: there is a card of them for this actor, or a room in which both are now, on the side of the actor."""
    theirs = aliased(Membership)
    together = (
        select(theirs.id)
        .join(Membership, Membership.room_id == theirs.room_id)
        .join(Room, Room.id == Membership.room_id)
        .where(theirs.account_id == Face.account_id, theirs.is_open.is_(True), *rule(actor))
        .correlate(Face)
        .exists()
    )
    if not actor.may("accounts.read"):
        return together
    return or_(and_(*listed(actor, day_in_japan(work.now))), together)
