"""アカウント管理グループ: naming them, and taking away those that nobody is in (ADMIN-17)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.access.networks import networks_of
from yoriai.people.accounts.facts import Acted, Deed
from yoriai.people.accounts.models import Account, AccountGroup, AccountStatus
from yoriai.people.accounts.profile import values
from yoriai.people.accounts.profile.policy import ProfilePolicy, policy_of
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work

MOST = 100
MOST_NAME = 60


class GroupNameTaken(Refused):
    """Another group of the body is called so."""

    code = "accounts.group_name_taken"


class GroupInUse(Refused):
    """There are accounts in the group."""

    code = "accounts.group_in_use"


class TooManyGroups(Refused):
    """A body has no more than this."""

    code = "accounts.too_many_groups"


@dataclass(frozen=True, slots=True)
class Group:
    """A group, and how many accounts are in it."""

    group_id: UUID
    name: str
    hidden: Sequence[str]
    """Keys of the profile fields that others do not see of its people."""
    locked: Sequence[str]
    """Keys of those that its people do not change themselves."""
    lgwan: Sequence[str]
    """The networks from which its people may come on the LGWAN side; none: any."""
    internet: Sequence[str]
    """The same of the Internet side."""
    count: int


@dataclass(frozen=True, slots=True)
class Wish:
    """A group as somebody wishes it."""

    name: str
    hidden: Sequence[str]
    locked: Sequence[str]


async def all_of(work: Work, tenant_id: UUID) -> Sequence[Group]:
    """The groups of a body by name; there are never more than MOST."""
    count = (
        select(func.count())
        .where(Account.group_id == AccountGroup.id, Account.status != AccountStatus.REMOVED)
        .correlate(AccountGroup)
        .scalar_subquery()
    )
    rows = await work.session.execute(
        select(AccountGroup.id, AccountGroup.name, AccountGroup.policies, count)
        .where(AccountGroup.tenant_id == tenant_id)
        .order_by(AccountGroup.created_at, AccountGroup.id)
    )
    return [
        Group(group_id, name, *_profile(policies), *_networks(policies), people)
        for group_id, name, policies, people in rows
    ]


async def add(work: Work, actor: Actor, wish: Wish) -> UUID:
    """Add a group. Two of one name cannot be, so a retry is refused and no second one is made."""
    await held_tenant(work, actor.tenant_id)
    there = await all_of(work, actor.tenant_id)
    if len(there) >= MOST:
        raise TooManyGroups(most=MOST)
    group = AccountGroup(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        name=_free(there, wish.name),
        policies={"profile": _wanted(wish).model_dump(mode="json")},
        created_at=work.now,
    )
    work.session.add(group)
    _told(work, actor, "group_added", group.id)
    return group.id


async def change(work: Work, actor: Actor, group_id: UUID, wish: Wish) -> None:
    """Call a group otherwise, and say what of a profile its people show and may change."""
    await held_tenant(work, actor.tenant_id)
    group = await find(work, actor, group_id)
    others = [each for each in await all_of(work, actor.tenant_id) if each.group_id != group_id]
    group.name = _free(others, wish.name)
    before, after = policy_of(group.policies), _wanted(wish)
    group.policies = group.policies | {"profile": after.model_dump(mode="json")}
    if set(before.hidden) != set(after.hidden):
        await values.fold_anew(work, group_id, after)
    _told(work, actor, "group_changed", group_id)


async def remove(work: Work, actor: Actor, group_id: UUID) -> None:
    """Take a group away that nobody is in."""
    await held_tenant(work, actor.tenant_id)
    group = await find(work, actor, group_id)
    people = await work.session.scalar(
        select(func.count()).where(Account.group_id == group_id, Account.status != AccountStatus.REMOVED)
    )
    if people:
        raise GroupInUse(count=people)
    await work.session.delete(group)
    _told(work, actor, "group_removed", group_id)


async def find(work: Work, actor: Actor, group_id: UUID) -> AccountGroup:
    """A group of the actor's body; one of another is answered for like none."""
    groups = select(AccountGroup).where(
        AccountGroup.id == group_id, AccountGroup.tenant_id == actor.tenant_id
    )
    group = await work.session.scalar(groups)
    if group is None:
        raise NotFound
    return group


def _free(others: Sequence[Group], name: str) -> str:
    wanted = clean_line(name, field="name", most=MOST_NAME)
    if any(each.name == wanted for each in others):
        raise GroupNameTaken(value=wanted)
    return wanted


def _profile(policies: Mapping[str, object]) -> tuple[Sequence[str], Sequence[str]]:
    kept = policy_of(policies)
    return kept.hidden, kept.locked


def _networks(policies: Mapping[str, object]) -> tuple[Sequence[str], Sequence[str]]:
    kept = networks_of(policies)
    return kept.lgwan, kept.internet


def _wanted(wish: Wish) -> ProfilePolicy:
    return ProfilePolicy(hidden=tuple(wish.hidden), locked=tuple(wish.locked))


def _told(work: Work, actor: Actor, act: Deed, group_id: UUID) -> None:
    work.state(Acted(account_id=actor.account_id, act=act, group_id=group_id), by=actor.account_id)
