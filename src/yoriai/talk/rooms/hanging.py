"""What hangs on people: the rooms they are in and the devices on which they are signed in now. Whoever is about to
move, stop or withdraw them is told before they say yes."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, or_, select

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.sessions.models import Session
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Membership, Room, RoomKind


@dataclass(frozen=True, slots=True)
class Hanging:
    """One person, and how much hangs on them."""

    account_id: UUID
    login_id: str
    rooms: int
    """Rooms that go on, without the one for practice and one's own notes."""
    devices: int


async def hanging_on(
    work: Work, actor: Actor, accounts: Collection[UUID], numbers: Collection[str]
) -> Sequence[Hanging]:
    """Of these people of the actor's body, named by their ids or employee numbers; one query. Others are left out."""
    rooms = (
        select(func.count())
        .select_from(Membership)
        .join(Room, Room.id == Membership.room_id)
        .where(Membership.account_id == Account.id, Membership.is_open.is_(True))
        .where(Room.archived_at.is_(None), Room.kind.not_in((RoomKind.PRACTICE, RoomKind.SELF)))
    )
    devices = (
        select(func.count())
        .select_from(Session)
        .where(Session.account_id == Account.id, Session.ended_at.is_(None))
        .where(Session.expires_at > work.now, Session.idle_until > work.now)
        .where(or_(Account.signed_out_at.is_(None), Session.began_at > Account.signed_out_at))
    )
    people = select(
        Account.id,
        Account.login_id,
        rooms.correlate(Account).scalar_subquery(),
        devices.correlate(Account).scalar_subquery(),
    )
    found = await work.session.execute(
        people.where(Account.tenant_id == actor.tenant_id, Account.kind == AccountKind.MEMBER)
        .where(or_(among(Account.id, accounts), among(Account.login_id, numbers)))
        .order_by(Account.id)
    )
    return [Hanging(*row) for row in found]
