"""The body orders its levels anew: every room of the body goes along, in a fixed number of statements."""

from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy import case, func, literal, not_, select, update

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountKind
from yoriai.people.orgs import settings
from yoriai.people.orgs.changes import organizations_of
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.across import bind_talks_of
from yoriai.talk.rooms.bodies import bind_rooms_of, end_below
from yoriai.talk.rooms.facts import LabelsOrdered
from yoriai.talk.rooms.keys import IS_ACROSS
from yoriai.talk.rooms.labels import MOVES, Label, Labels, labels_of
from yoriai.talk.rooms.models import Membership, Room

PLAINLY: Final = {"synchronize_session": False}  # no row is held as an object here


class LabelsShutOut(Refused):
    """People are in rooms of a level that would let them in no longer; they are taken out by hand, room by room."""

    code = "rooms.labels_shut_out"


async def order_labels(work: Work, actor: Actor, wish: Labels) -> None:
    """Let the actor's body have these levels. Rooms keep their level; where there are more levels or fewer than
    before, each goes to the one that takes its place. Whoever is connected is asked for their rights anew."""
    wish = wish.cleaned()
    wish.check()
    tenant = await settings.held_tenant(work, actor.tenant_id)
    before = settings.read(tenant.policies, Labels)
    if wish == before:
        return
    moves = _moves(before, wish)
    await settings.change(work, actor, Labels.name, wish)
    await bind_rooms_of(work, actor.tenant_id, wish, by=actor.account_id)
    there = func.coalesce(Room.label, before.usual)
    level = case(*((there == old, new) for old, new in moves.items()), else_=len(wish.levels))
    sealed = _places(wish, lambda label: label.seals)
    rooms = update(Room).where(Room.owner_tenant == actor.tenant_id, not_(IS_ACROSS))
    await work.session.execute(
        rooms.values(label=level, lgwan_only=level.in_(sealed)), execution_options=PLAINLY
    )
    # The rooms are held from here on: whoever has come into one meanwhile is seen, and whoever comes asks the new levels.
    await _check_nobody_is_shut_out(work, actor, wish)
    await end_below(work, actor.tenant_id, by=actor.account_id)
    await bind_talks_of(work, actor.tenant_id, by=actor.account_id)
    for organization_id in await organizations_of(work, actor.tenant_id):
        work.state(LabelsOrdered(organization_id=organization_id), by=actor.account_id)


async def rooms_at(work: Work, actor: Actor) -> dict[int, int]:
    """How many rooms of the actor's body that go on have each level; one query."""
    usual = (await labels_of(work, actor.tenant_id)).usual
    level = func.coalesce(Room.label, literal(usual))
    counted = (
        select(level, func.count())
        .where(Room.owner_tenant == actor.tenant_id, Room.archived_at.is_(None))
        .group_by(level)
    )
    return {number: count for number, count in await work.session.execute(counted)}  # noqa: C416 rows are no pairs


def _moves(before: Labels, wish: Labels) -> Mapping[int, int]:
    count = len(wish.levels)
    if count == len(before.levels):
        return {number: number for number in range(1, count + 1)}
    return MOVES[count]


def _places(wish: Labels, holds: Callable[[Label], bool]) -> list[int]:
    """The places of those levels of which this holds."""
    return [number for number in range(1, len(wish.levels) + 1) if holds(wish.at(number))]


async def _check_nobody_is_shut_out(work: Work, actor: Actor, wish: Labels) -> None:
    guests = _places(wish, lambda label: not label.level.guests)
    bodies = _places(wish, lambda label: not label.level.bodies)
    is_guest = Account.kind == AccountKind.GUEST
    is_shut_out = (is_guest & Room.label.in_(guests)) | (
        ~is_guest & (Account.tenant_id != Room.owner_tenant) & Room.label.in_(bodies)
    )
    asked = (
        select(func.count(Room.id.distinct()), func.count())
        .select_from(Membership)
        .join(Room, Room.id == Membership.room_id)
        .join(Account, Account.id == Membership.account_id)
        .where(Room.owner_tenant == actor.tenant_id, not_(IS_ACROSS))
        .where(Membership.is_open.is_(True), is_shut_out)
    )
    rooms, people = (await work.session.execute(asked)).one()
    if people:
        raise LabelsShutOut(rooms=rooms, count=people)
