"""Reading what somebody keeps: a page of it, and how many of it are due. Only of rooms they are in, and may read."""

from collections.abc import Collection
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Row, Select, and_, func, or_, select, true, tuple_
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.people.accounts.models import Account
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.later.models import Later
from yoriai.talk.later.wire import LaterOut, LatersOut
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.parts import Part, first_words
from yoriai.talk.messages.queries import is_shown
from yoriai.talk.messages.said_by import IN_ONE_LINE
from yoriai.talk.rooms.models import Membership, Room
from yoriai.talk.rooms.seats import rule_of_members
from yoriai.talk.rooms.standing import rule

PAGE: Final = 50
MOST_OF_TEXT: Final = 200  # characters
LaterRow = tuple[
    UUID, UUID, UUID, list[Part], datetime | None, datetime, datetime, datetime | None, datetime | None, datetime | None
]  # fmt: skip


async def kept_by(
    work: Work, actor: Actor, *, are_done: bool, organization: UUID | None = None, cursor: str | None = None
) -> LatersOut:
    """What is kept, the newest first, or what is done; all of it, or what is of one organization (ORG-7)."""
    found = (
        select(
            Message.id,
            Message.room_id,
            IN_ONE_LINE,
            Message.parts,
            Message.withdrawn_at,
            Message.posted_at,
            Later.kept_at,
            Later.remind_at,
            Later.rung_at,
            Later.done_at,
        )
        .select_from(Later)
        .join(Message, Message.id == Later.message_id)
        .join(Room, Room.id == Message.room_id)
        .join(Membership, _may_read())
        .where(Later.account_id == actor.account_id, *rule(actor), is_shown())
        .where(Later.done_at.is_not(None) if are_done else Later.done_at.is_(None))
        .order_by(Later.kept_at.desc(), Message.id.desc())
        .limit(PAGE + 1)
    )
    if organization is not None:
        found = found.where(_stands_in(actor, organization))
    if cursor is not None:
        at, message_id = paging.decode(cursor, datetime, UUID)
        found = found.where(tuple_(Later.kept_at, Message.id) < tuple_(at, message_id))
    rows = (await work.session.execute(found)).all()
    kept = [_out(row) for row in rows[:PAGE]]
    people = await people_of(work.session, {each.author_id for each in kept}, actor.redaction_class)
    last = kept[-1] if len(rows) > PAGE else None
    return LatersOut(
        kept=kept,
        people=people,
        next=paging.encode(last.kept_at, last.message_id) if last else None,
    )


def _stands_in(actor: Actor, organization: UUID) -> ColumnElement[bool]:
    """What is kept of a room of another body stands in each of one's own organizations."""
    home = Room.organization_id
    return or_(home == organization, home.not_in(actor.organization_ids))


async def due_for(
    session: AsyncSession, account_ids: Collection[UUID], *, is_outside: bool
) -> dict[UUID, dict[UUID, int]]:
    """How many messages each of them was reminded of and has not done, by organization, in rooms that are theirs to
    open, on the side where they are: one query."""
    statement: Select[UUID, UUID, int] = (
        select(Later.account_id, Room.organization_id, func.count())
        .join(Message, Message.id == Later.message_id)
        .join(Membership, and_(_may_read(), Membership.account_id == Later.account_id))
        .join(Room, Room.id == Message.room_id)
        .join(Account, Account.id == Later.account_id)
        .where(among(Later.account_id, account_ids), *rule_of_members())
        .where(Room.lgwan_only.is_(False) if is_outside else true())
        .where(Later.rung_at.is_not(None), Later.done_at.is_(None), is_shown())
        .group_by(Later.account_id, Room.organization_id)
        .order_by(Room.organization_id)
    )
    found: dict[UUID, dict[UUID, int]] = {account_id: {} for account_id in account_ids}
    for account_id, organization_id, count in await session.execute(statement):
        found[account_id][organization_id] = count
    return found


def _may_read() -> ColumnElement[bool]:
    return and_(Membership.room_id == Message.room_id, Message.ordinal >= Membership.since_ordinal)


def _out(row: Row[*LaterRow]) -> LaterOut:
    message_id, room_id, author_id, parts, gone_at, posted_at, kept_at, remind_at, rung_at, done_at = row
    return LaterOut(
        message_id=message_id,
        room_id=room_id,
        author_id=author_id,
        text="" if gone_at else first_words(parts, MOST_OF_TEXT),
        is_withdrawn=gone_at is not None,
        posted_at=posted_at,
        kept_at=kept_at,
        remind_at=remind_at,
        rung_at=rung_at,
        done_at=done_at,
    )
