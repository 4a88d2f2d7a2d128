"""Direct talks: exactly two people, or a person and a unit; one talk for each pair of them in an organization."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import or_, select

from yoriai.kit.errors import Refused, Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.department_accounts import addressed
from yoriai.people.accounts.department_accounts.models import DepartmentAccount
from yoriai.people.accounts.models import Account, Posting
from yoriai.people.orgs.models import Department, Organization
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import holding, invitees
from yoriai.talk.rooms.admission import Beginning, admit
from yoriai.talk.rooms.facts import RoomOpened
from yoriai.talk.rooms.keys import pair_key
from yoriai.talk.rooms.labels import hold_labels, labels_of
from yoriai.talk.rooms.models import Role, Room, RoomKind
from yoriai.talk.rooms.newcomers import check_newcomers
from yoriai.talk.rooms.open import home_of, room_for_good


class JustTwo(Refused):
    """A direct talk has two people: a third would read what was not said to them."""

    code = "rooms.just_two"


async def open_direct(work: Work, actor: Actor, other: UUID, organization_id: UUID | None) -> UUID:
    """The direct talk of the actor and this person, which is opened if they have none yet.

    Whom the actor may not write to is refused; but a talk that both are in already is given, for it stands in the
    actor's list all along. Somebody who does not exist is answered for as somebody of another body.
    """
    me = actor.account_id
    if other == me:
        raise Wrong(field="account_id", reason="oneself")
    if there := await _there(work, await _home(work, actor, other, organization_id), me, other):
        return there
    await hold_labels(work, actor.tenant_id)
    # Both ends may ask at the same moment: one waits, and then finds the talk.
    both = select(Account.id).where(Account.id.in_((me, other))).order_by(Account.id)
    await work.session.execute(both.with_for_update(key_share=True))
    home = await _home(work, actor, other, organization_id)
    if there := await _there(work, home, me, other):
        return there
    key = pair_key(home.id, me, other)
    is_a_unit = await _check_other(work, actor, home, other)
    room = await room_for_good(work, RoomKind.DIRECT, home, key, opened_by=me)
    await check_newcomers(
        work, home.tenant_id, (await labels_of(work, home.tenant_id)).at(room.label), {me, other}
    )
    work.session.add(room)
    await work.session.flush()
    work.state(RoomOpened(room_id=room.id), by=me)
    await admit(work, Beginning(room.id, 1, 1), dict.fromkeys((me, other), Role.MEMBER), by=me)
    if is_a_unit:
        await holding.follow_in(work, {room.id}, by=me)
    return room.id


async def _check_other(work: Work, actor: Actor, home: Organization, other: UUID) -> bool:
    """Whether the other one is the account of a unit; refuses whomever the actor may not write to. A unit that they do
    not find among those to write to is answered for as one that is not there. So is somebody of another body, though
    both serve in one organization: a talk with them needs their yes (FED-3)."""
    if not await addressed.is_a_unit(work, other):
        colleague = select(Account.id).where(Account.id == other, Account.tenant_id == actor.tenant_id)
        if await work.session.scalar(colleague) is None:
            raise Wrong(field="account_id", reason="unknown")
        await invitees.check(work, actor, home.id, {other}, field="account_id")
        return False
    if not await addressed.may_write_to(work, actor, other):
        raise Wrong(field="account_id", reason="unknown")
    return True


async def _there(work: Work, home: Organization, me: UUID, other: UUID) -> UUID | None:
    """The talk that the two have in this organization."""
    key = pair_key(home.id, me, other)
    return await work.session.scalar(select(Room.id).where(Room.members_key == key))


async def _home(work: Work, actor: Actor, other: UUID, wanted: UUID | None) -> Organization:
    """Where both serve: the organization that is asked for, or else the actor's own if the other serves there too. A
    unit serves where it stands."""
    serves = select(Posting.organization_id).where(Posting.account_id == other, Posting.until.is_(None))
    stands = (
        select(Department.organization_id)
        .join(DepartmentAccount, DepartmentAccount.department_id == Department.id)
        .where(DepartmentAccount.account_id == other)
    )
    found = await work.session.scalars(
        select(Organization)
        .where(or_(Organization.id.in_(serves), Organization.id.in_(stands)))
        .where(Organization.id.in_(actor.organization_ids))
        .order_by(Organization.display_order, Organization.id)
    )
    shared: Collection[Organization] = list(dict.fromkeys(found))
    if wanted is None and shared:
        mine = await home_of(work, actor)
        return mine if mine in shared else next(iter(shared))
    for each in shared:
        if each.id == wanted:
            return each
    raise Wrong(field="account_id", reason="unknown")
