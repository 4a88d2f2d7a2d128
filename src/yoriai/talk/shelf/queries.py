"""Reading the shelf: folders, what is kept of a room, and the kept messages page by page."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person, people_of
from yoriai.platform.work.work import Work
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import Part, first_words
from yoriai.talk.messages.queries import is_shown
from yoriai.talk.messages.said_by import IN_ONE_LINE
from yoriai.talk.rooms.keys import other_in
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.standing import Standing, rule
from yoriai.talk.shelf.models import Folder, ShelvedMessage
from yoriai.talk.shelf.wire import FolderOut, KeptMessageOut, KeptMessagesOut

PAGE: Final = 50
MOST_OF_TEXT: Final = 120  # characters of a message in its line


async def folders_of(session: AsyncSession, account_id: UUID) -> list[FolderOut]:
    """Somebody's folders, as they stand; one query."""
    mine = select(Folder.id, Folder.name, Folder.position, Folder.is_shut)
    found = await session.execute(
        mine.where(Folder.account_id == account_id).order_by(Folder.position, Folder.id)
    )
    return [
        FolderOut(folder_id=folder_id, name=name, position=position, is_shut=is_shut)
        for folder_id, name, position, is_shut in found
    ]


async def kept_in(session: AsyncSession, here: Standing) -> list[UUID]:
    """Which messages of this room its reader keeps, of those that they may read here (D17); one query."""
    mine = (
        select(ShelvedMessage.message_id)
        .join(Message, Message.id == ShelvedMessage.message_id)
        .where(ShelvedMessage.account_id == here.actor.account_id)
        .where(Message.room_id == here.room_id, Message.ordinal >= here.sees_from)
        .order_by(ShelvedMessage.message_id)
    )
    return list(await session.scalars(mine))


@dataclass(frozen=True, slots=True)
class Kept:
    """A kept message, in the order of the columns below. Without a room it may no longer be read."""

    message_id: UUID
    kept_at: datetime
    room_id: UUID | None
    kind: str | None
    members_key: str | None
    name: str | None
    held_for: UUID | None
    author_id: UUID
    parts: list[Part]
    posted_at: datetime
    withdrawn_at: datetime | None


async def kept_messages(
    work: Work, actor: Actor, *, organization: UUID | None = None, cursor: str | None = None
) -> KeptMessagesOut:
    """Messages that the actor keeps, the newest first: two queries a page. All of them, or those of one organization
    (ORG-7) and with them those of one in which the actor serves no longer, so that they can still be let go.

    The rule of the rooms is asked anew each time: of a room that one has left no word is shown (D17).
    """
    mine = _kept(actor).order_by(ShelvedMessage.message_id.desc()).limit(PAGE + 1)  # ids grow with time
    if organization is not None:
        there = aliased(Room)
        home = select(there.organization_id).where(there.id == Message.room_id).scalar_subquery()
        mine = mine.where(or_(home == organization, home.not_in(actor.organization_ids)))
    if cursor is not None:
        (last_seen,) = paging.decode(cursor, UUID)
        mine = mine.where(ShelvedMessage.message_id < last_seen)
    found = [Kept(*row) for row in await work.session.execute(mine)]
    page = found[:PAGE]
    others = {each.message_id: _other(each, actor) for each in page}
    named = {each.author_id for each in page if each.room_id} | {who for who in others.values() if who}
    people = await people_of(work.session, named, actor.redaction_class)
    return KeptMessagesOut(
        messages=[_shown(each, people.get(others[each.message_id] or actor.account_id)) for each in page],
        people=people,
        next=paging.encode(page[-1].message_id) if len(found) > PAGE else None,
    )


def _kept(actor: Actor) -> Select[*tuple[Any, ...]]:
    seats = (
        select(Membership.room_id, Membership.since_ordinal, Membership.held_for)
        .join(Room, Room.id == Membership.room_id)
        .where(*rule(actor))
        .subquery()
    )
    readable = and_(seats.c.room_id == Message.room_id, Message.ordinal >= seats.c.since_ordinal)
    return (
        select(
            ShelvedMessage.message_id,
            ShelvedMessage.kept_at,
            Room.id,
            Room.kind,
            Room.members_key,
            Room.name,
            seats.c.held_for,
            IN_ONE_LINE,
            Message.parts,
            Message.posted_at,
            Message.withdrawn_at,
        )
        .join(Message, Message.id == ShelvedMessage.message_id)
        .outerjoin(seats, readable)
        .outerjoin(Room, Room.id == seats.c.room_id)
        .where(ShelvedMessage.account_id == actor.account_id, is_shown())
    )


def _other(kept: Kept, actor: Actor) -> UUID | None:
    me = kept.held_for or actor.account_id
    return other_in(kept.kind, kept.members_key, me) if kept.kind else None


def _shown(kept: Kept, other: Person | None) -> KeptMessageOut:
    if kept.room_id is None:
        return KeptMessageOut(
            message_id=kept.message_id,
            kept_at=kept.kept_at,
            room_id=None,
            room_name="",
            author_id=None,
            text="",
            posted_at=None,
            is_withdrawn=False,
        )
    is_withdrawn = kept.withdrawn_at is not None
    return KeptMessageOut(
        message_id=kept.message_id,
        kept_at=kept.kept_at,
        room_id=kept.room_id,
        room_name=kept.name or (f"{other.family} {other.given}".rstrip() if other else ""),
        author_id=kept.author_id,
        text="" if is_withdrawn else first_words(kept.parts, MOST_OF_TEXT),
        posted_at=kept.posted_at,
        is_withdrawn=is_withdrawn,
    )
