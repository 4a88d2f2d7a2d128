"""Who has read a message and who has not: the counts first, then names page by page. No room is too large for it.

既読 never shrinks (MSG-9): who has read and left since is still a reader. Who has left without reading is asked
nothing any more, and of a message from before somebody's time they are on neither side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import ScalarSelect, Select, and_, func, or_, select, tuple_
from sqlalchemy.orm import aliased

from yoriai.kit import paging
from yoriai.people.accounts.cards import Person, cards, seen_by
from yoriai.people.accounts.department_accounts.models import DepartmentAccount
from yoriai.people.accounts.directory import place_of
from yoriai.people.accounts.models import Account
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries as messages
from yoriai.talk.messages.models import Message
from yoriai.talk.messages.wire import MessageOut
from yoriai.talk.receipts.policy import CountHidden, NamesHidden, shows_count, shows_names
from yoriai.talk.receipts.wire import ReadersOut, Side
from yoriai.talk.rooms.models import Membership, ReadMark, Room
from yoriai.talk.rooms.policy import ReadersPolicy, readers_policy
from yoriai.talk.rooms.standing import Standing

PAGE: Final = 100


@dataclass(frozen=True, slots=True)
class Page:
    """Some of them, in 建制順, and where the list goes on."""

    people: Sequence[Person]
    next: str | None


async def counts(work: Work, here: Standing, message_id: UUID) -> ReadersOut:
    """How many stand on either side, if the room says so at all."""
    message, policy, whose = await _asked(work, here, message_id)
    both = select(_how_many(_readers(here, message, whose)), _how_many(_others(here, message, whose)))
    read, unread = (await work.session.execute(both)).one()
    return ReadersOut(read=read, unread=unread, shows_names=_may_know(policy, here, message, whose))


async def names(work: Work, here: Standing, message_id: UUID, side: Side, *, cursor: str | None) -> Page:
    """Who they are: one query a page, unit after unit as they stand in the tree, people of other bodies last."""
    message, policy, whose = await _asked(work, here, message_id)
    if not _may_know(policy, here, message, whose):
        raise NamesHidden
    there = (_readers if side is Side.READ else _others)(here, message, whose)
    place = place_of(here.actor.tenant_id, None)
    found = (
        cards()
        .add_columns(Account.tenant_id, place, Account.kana_order)
        .where(Account.id.in_(there))
        .order_by(place, Account.kana_order, Account.id)
        .limit(PAGE + 1)
    )
    if cursor is not None:
        at, order, account_id = paging.decode(cursor, str, str, UUID)
        found = found.where(
            tuple_(place, Account.kana_order, Account.id) > tuple_(at, order.encode(), account_id)
        )
    rows = [
        (seen_by(here.actor.redaction_class, Person(*card), tenant_id), at, order)
        for *card, tenant_id, at, order in await work.session.execute(found)
    ]
    people = [person for person, *_ in rows[:PAGE]]
    if len(rows) <= PAGE:
        return Page(people, next=None)
    last, at, order = rows[PAGE - 1]
    return Page(people, next=paging.encode(at, order.decode(), last.account_id))


Authors = tuple[UUID, UUID | None]
"""Who said it, and the unit in whose name."""


async def _asked(work: Work, here: Standing, message_id: UUID) -> tuple[MessageOut, ReadersPolicy, Authors]:
    """The message, the room's rule about its readers, which may end the matter, and whose it is, whoever asks."""
    message = await messages.find(work, here, message_id)
    asked = select(Room.policies, Message.author_id, Message.on_behalf_of).join(
        Room, Room.id == Message.room_id
    )
    policies, author, unit = (await work.session.execute(asked.where(Message.id == message_id))).one()
    policy = readers_policy(policies)
    if not shows_count(policy):
        raise CountHidden
    return message, policy, (author, unit)


def _may_know(policy: ReadersPolicy, here: Standing, message: MessageOut, whose: Authors) -> bool:
    """Whoever is not told who has spoken for a unit is not told who has read it: one of them has it first, or never."""
    is_told_who = message.on_behalf_of == whose[1]
    return is_told_who and shows_names(policy, author_id=whose[0], asker_id=here.actor.account_id)


def _how_many(accounts: Select[UUID]) -> ScalarSelect[int]:
    return select(func.count()).select_from(accounts.subquery()).scalar_subquery()


def _readers(here: Standing, message: MessageOut, whose: Authors) -> Select[UUID]:
    """The accounts that have read it, without its author."""
    # The first interval decides: whoever was there before a break has read what was said before it.
    began = (
        select(func.min(Membership.since_ordinal))
        .where(Membership.room_id == ReadMark.room_id, Membership.account_id == ReadMark.account_id)
        .correlate(ReadMark)
        .scalar_subquery()
    )
    return select(ReadMark.account_id).where(
        ReadMark.room_id == here.room_id,
        ReadMark.ordinal >= message.ordinal,
        ReadMark.account_id.not_in(_both(whose)),
        ReadMark.account_id.not_in(_for_units(here)),
        began <= message.ordinal,
    )


def _others(here: Standing, message: MessageOut, whose: Authors) -> Select[UUID]:
    """Those who are there and have not. A unit for which nobody sits there is asked nothing: all who speak for it read as
    who they are, or it is closed."""
    at = and_(ReadMark.room_id == Membership.room_id, ReadMark.account_id == Membership.account_id)
    return (
        select(Membership.account_id)
        .outerjoin(ReadMark, at)
        .where(
            Membership.room_id == here.room_id,
            Membership.is_open.is_(True),
            Membership.account_id.not_in(_both(whose)),
            Membership.held_for.is_(None),
            or_(Membership.account_id.not_in(_units()), _somebody_sits().exists()),
            Membership.since_ordinal <= message.ordinal,
            or_(ReadMark.ordinal.is_(None), ReadMark.ordinal < message.ordinal),
        )
    )


def _both(whose: Authors) -> list[UUID]:
    author, unit = whose
    return [author, unit or author]


def _units() -> Select[UUID]:
    return select(DepartmentAccount.account_id)


def _somebody_sits() -> Select[UUID]:
    """For this member of a room, which is a unit."""
    held = aliased(Membership)
    return (
        select(held.id)
        .where(held.room_id == Membership.room_id, held.held_for == Membership.account_id)
        .where(held.is_open.is_(True))
        .correlate(Membership)
    )


def _for_units(here: Standing) -> Select[UUID]:
    """Whoever has sat there for a unit alone: the unit itself stands among the readers."""
    own = aliased(Membership)
    by_themselves = select(own.id).where(
        own.room_id == Membership.room_id, own.account_id == Membership.account_id, own.held_for.is_(None)
    )
    return select(Membership.account_id).where(
        Membership.room_id == here.room_id, Membership.held_for.is_not(None), ~by_themselves.exists()
    )
