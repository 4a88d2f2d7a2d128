"""Giving and withholding rights, and showing from whom each of somebody's rights comes (ORG-9)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import ClassVar
from uuid import UUID

from pydantic import Field
from sqlalchemy import select

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.rights import Decided, Origin, Right, Said, Word, decided, word_of
from yoriai.people.accounts.facts import RightsChanged
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.managing import find, groups
from yoriai.people.accounts.models import Account, AccountChange, AccountGroup, AccountStatus, ChangeKind
from yoriai.people.accounts.service import AccountGone
from yoriai.people.accounts.taking_back import take_back_of_leaders
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.settings import Setting, held_tenant
from yoriai.platform.work.work import Work

KEPT = "rights"
"""Under which name a group keeps its word among its policies."""

Saying = tuple[UUID | None, datetime]
"""Who said something, and when."""

Wish = Mapping[Right, bool | None]
"""What is to be said of some rights from now on: given, withheld, or nothing any more."""


class RightsOfMembers(Setting):
    """What a body says of the rights of its members; of those who administer it says nothing."""

    name: ClassVar[str] = "rights"
    renews: ClassVar[bool] = True
    is_grave: ClassVar[bool] = True

    members: dict[Right, bool] = Field(default_factory=dict[Right, bool])


class OwnRights(Refused):
    """Nobody gives or takes rights of their own (N19)."""

    code = "accounts.own_rights"
    status = 403


@dataclass(frozen=True, slots=True)
class Given:
    """One right of somebody: whether it is there, by whose word, and what each of them has said."""

    right: Right
    is_given: bool
    origin: Origin
    body: bool | None
    group: bool | None
    own: bool | None
    own_by: UUID | None
    """Who said the word about this person, where one stands."""
    own_at: datetime | None


@dataclass(frozen=True, slots=True)
class Rights:
    """All rights of somebody, with the name of the group whose word counts among them."""

    rights: Sequence[Given]
    group: str | None


def said_of(
    of_body: Mapping[str, object] | None, of_group: Mapping[str, object] | None, own: Mapping[str, bool]
) -> Said:
    """What was said, from the policies of a body and of a group and from a person's own row."""
    return Said(
        body=word_of((of_body or {}).get(RightsOfMembers.name), "members"),
        group=word_of((of_group or {}).get(KEPT)),
        own=own,
    )


async def rights_of(work: Work, actor: Actor, account_id: UUID) -> Rights:
    """The rights of a person of the actor's body; three queries."""
    await find.person(work, actor, account_id)
    return await own_rights(work, account_id)


async def own_rights(work: Work, account_id: UUID) -> Rights:
    """The rights of somebody who asks for their own; two queries."""
    found = await work.session.execute(
        select(Account.roles, Account.rights, AccountGroup.name, AccountGroup.policies, Tenant.policies)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .where(Account.id == account_id)
    )
    roles, own, group, of_group, of_body = found.one()
    said = said_of(of_body, of_group, own)
    last = await _said_last(work, account_id) if own else dict[str, Saying]()
    return Rights([_given(each, said, last.get(each.right)) for each in decided(roles, said)], group)


async def say(work: Work, actor: Actor, account_id: UUID, wish: Wish) -> None:
    """Give somebody rights by name, or withhold them. Open sockets of theirs knock again at once (N40)."""
    await held_tenant(work, actor.tenant_id)
    account = await find.held(work, actor, account_id)
    if account.id == actor.account_id:
        raise OwnRights
    if account.status == AccountStatus.REMOVED:
        raise AccountGone
    before, after = dict(account.rights), said_anew(account.rights, wish)
    if before == after:
        return
    account.rights = after
    changed = {name for name in {*before, *after} if before.get(name) != after.get(name)}
    line = Noted(
        account.id,
        ChangeKind.RIGHTS,
        {f"right.{name}": before.get(name) for name in sorted(changed)},
        {f"right.{name}": after.get(name) for name in sorted(changed)},
    )
    await note(work, Act(actor.tenant_id, actor.account_id), line)
    await take_back_of_leaders(work, [account.id])
    work.state(RightsChanged(account_id=account.id), by=actor.account_id)


async def word_of_group(work: Work, actor: Actor, group_id: UUID) -> Word:
    """What a group of the actor's body says of the rights of its people."""
    return word_of((await groups.find(work, actor, group_id)).policies.get(KEPT))


async def say_of_group(work: Work, actor: Actor, group_id: UUID, wish: Wish) -> None:
    """Let a group say otherwise of the rights of its people. Open sockets of theirs knock again at once."""
    await held_tenant(work, actor.tenant_id)
    group = await groups.find(work, actor, group_id)
    before = word_of(group.policies.get(KEPT))
    after = said_anew(before, wish)
    if before == after:
        return
    group.policies = group.policies | {KEPT: after}
    everybody = await work.session.execute(
        select(Account.id, Account.status).where(Account.group_id == group_id)
    )
    people = {account_id: status for account_id, status in everybody}  # noqa: C416 rows are no pairs
    await take_back_of_leaders(work, people)
    for account_id in sorted(who for who, status in people.items() if status == AccountStatus.ACTIVE):
        work.state(RightsChanged(account_id=account_id), by=actor.account_id)


def said_anew(before: Word, wish: Wish) -> dict[str, bool]:
    """A word with what is wished of it: a right of which nothing is to be said any more drops out."""
    kept = {name: value for name, value in before.items() if name not in wish}
    return kept | {right.value: value for right, value in wish.items() if value is not None}


async def _said_last(work: Work, account_id: UUID) -> Mapping[str, Saying]:
    """Of each right of which something was said by name, who did so last and when."""
    changes = await work.session.execute(
        select(AccountChange.after, AccountChange.by, AccountChange.at)
        .where(AccountChange.account_id == account_id, AccountChange.kind == ChangeKind.RIGHTS)
        .order_by(AccountChange.id)
    )
    return {name.removeprefix("right."): (by, at) for after, by, at in changes for name in after}


def _given(each: Decided, said: Said, last: Saying | None) -> Given:
    by, at = last if last is not None and each.right in said.own else (None, None)
    return Given(
        right=each.right,
        is_given=each.is_given,
        origin=each.origin,
        body=said.body.get(each.right),
        group=said.group.get(each.right),
        own=said.own.get(each.right),
        own_by=by,
        own_at=at,
    )
