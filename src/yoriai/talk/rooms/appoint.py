"""Who manages a room: appointed from among its members, and never nobody (ROOM-3)."""

from typing import Final
from uuid import UUID

from sqlalchemy import Select, not_, or_, select, update

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused, Wrong
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.accounts.policy import may_sign_in
from yoriai.people.accounts.served import is_served
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import behalf, lines
from yoriai.talk.rooms.change import held_to_set
from yoriai.talk.rooms.facts import MemberRoleChanged
from yoriai.talk.rooms.lines import LineKind, line_of
from yoriai.talk.rooms.models import Membership, Role
from yoriai.talk.rooms.policy import RoomArchived
from yoriai.talk.rooms.standing import Standing

PLAINLY: Final = {"synchronize_session": False}  # no row is held as an object here


class NeedsManager(Refused):
    """A room without a manager could never be arranged again."""

    code = "rooms.needs_manager"


class CannotManage(Refused):
    """Whoever may not use Yoriai at present would leave the room unmanaged."""

    code = "rooms.cannot_manage"


class OfAnotherBody(Refused):
    """The body whose room it is runs it: nobody of another one does (A11)."""

    code = "rooms.of_another_body"


async def appoint(work: Work, here: Standing, account_id: UUID) -> None:
    """Let a member manage the room, too. Who does already stays as they are, and nobody is told twice."""
    here = await held_to_set(work, here)
    if here.is_archived:
        raise RoomArchived
    await give(work, here, account_id, field="account_id")


async def withdraw(work: Work, here: Standing, account_id: UUID) -> None:
    """Let a manager be a member again, oneself too. Who manages nothing stays as they are."""
    here = await held_to_set(work, here)
    if here.is_archived:
        raise RoomArchived
    if account_id == here.on_behalf_of:
        raise behalf.OwnPrincipal
    managers = set(await work.session.scalars(managers_of(work, here)))
    if account_id not in set(await work.session.scalars(seated_managers(here))):
        return
    if managers <= {account_id}:
        raise NeedsManager
    await _seat(work, here, account_id, Role.MEMBER)
    seated = set(await work.session.scalars(seated_managers(here)))
    for *_, person_id in await behalf.seats_for(work, [(here.room_id, account_id)]):
        if person_id in seated:
            await _seat(work, here, person_id, Role.MEMBER)


async def give(work: Work, here: Standing, account_id: UUID, *, field: str) -> None:
    """Make this member a manager of a room that is held. Whoever is not in it is answered for as nobody."""
    found = await work.session.execute(
        select(
            Membership.role,
            Membership.body_id,
            Account.family,
            Account.given,
            Account.status,
            Account.ends_on,
            is_served().label("is_served"),
        )
        .join(Account, Account.id == Membership.account_id)
        .where(Membership.room_id == here.room_id, Membership.is_open.is_(True))
        .where(Membership.account_id == account_id, Account.kind == AccountKind.MEMBER)
        .where(Membership.held_for.is_(None))
    )
    row = found.one_or_none()
    if row is None:
        raise Wrong(field=field, reason="unknown")
    role, body_id, family, given, status, ends_on, has_no_seat = row
    if body_id is not None:
        raise OfAnotherBody(name=f"{family} {given}")
    if has_no_seat or not may_sign_in(status, ends_on, day_in_japan(work.now)):
        raise CannotManage(name=f"{family} {given}")
    if role != Role.MANAGER:
        await _seat(work, here, account_id, Role.MANAGER)


def managers_of(work: Work, here: Standing) -> Select[UUID]:
    """Who manages this room now and may use Yoriai: whoever was stopped or has no seat arranges nothing, and is nobody to leave it to;
    nor is whoever sits there on behalf of another one."""
    return (
        seated_managers(here)
        .join(Account, Account.id == Membership.account_id)
        .where(Account.status == "active", Membership.on_behalf_of.is_(None), not_(is_served()))
        .where(or_(Account.ends_on.is_(None), Account.ends_on >= day_in_japan(work.now)))
    )


def seated_managers(here: Standing) -> Select[UUID]:
    """Whoever sits in this room as its manager."""
    return select(Membership.account_id).where(
        Membership.room_id == here.room_id, Membership.is_open.is_(True), Membership.role == Role.MANAGER
    )


async def _seat(work: Work, here: Standing, account_id: UUID, role: Role) -> None:
    await work.session.execute(
        update(Membership)
        .where(Membership.room_id == here.room_id, Membership.account_id == account_id)
        .where(Membership.is_open.is_(True))
        .values(role=role),
        execution_options=PLAINLY,
    )
    kind = LineKind.APPOINTED if role is Role.MANAGER else LineKind.RELIEVED
    line_ids = tuple(await lines.write(work, (line_of(here, kind, who=(account_id,)),)))
    fact = MemberRoleChanged(room_id=here.room_id, account_id=account_id, role=role.value, line_ids=line_ids)
    work.state(fact, by=here.actor.account_id)
