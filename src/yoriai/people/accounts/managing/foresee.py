"""What changing many people at once would do to each of them: nothing is written here."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.kit.errors import NotFound, Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.managing import posts
from yoriai.people.accounts.managing.posts import Held, Post
from yoriai.people.accounts.managing.table import Filter, meant
from yoriai.people.accounts.managing.words import Words, cleaned, words_of
from yoriai.people.accounts.models import Account, AccountGroup, AccountStatus
from yoriai.people.accounts.policy import may_manage
from yoriai.platform.db.among import among
from yoriai.platform.work.work import Work

MOST_NAMED: Final = 5_000
"""Ids that one request may name; all that a filter means may be more."""


class What(StrEnum):
    """The one thing that is changed of all of them."""

    UNIT = "unit"
    EMPLOYMENT = "employment_type"
    ENDS_ON = "ends_on"
    PLACE = "place"
    GROUP = "group_id"
    SUSPEND = "suspend"
    RESTORE = "restore"
    NO_SEAT = "no_seat"
    """Let them work through the account of a unit alone (ORG-6)."""
    SEAT = "seat"


class Hindrance(StrEnum):
    """Why somebody is left out."""

    OWNER = "owner"
    GONE = "gone"
    OWN = "own"
    DUTIES = "duties"
    """They have a role that takes a seat."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulk:
    """Whom to change (named, or all whom a filter means), what, and to what."""

    ids: Collection[UUID] | None
    filter: Filter
    what: What
    unit: Post | None = None
    text: str = ""
    day: date | None = None
    group_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """What becomes of one person."""

    account: Account
    before: str
    after: str
    words: Words | None = None
    posts: Sequence[Post] | None = None
    hindrance: Hindrance | None = None
    is_elsewhere: bool = False
    """The unit is another one, also where it is called the same (総務課 of two organizations)."""

    @property
    def changes(self) -> bool:
        return self.hindrance is None and (self.is_elsewhere or self.before != self.after)


@dataclass(frozen=True, slots=True)
class Foreseen:
    """Everybody meant, by kana, and the words of the posts that are concerned."""

    effects: Sequence[Effect]
    said: dict[Post, str]


async def foresee(work: Work, actor: Actor, bulk: Bulk, *, hold: bool = False) -> Foreseen:
    """What would become of everybody meant. With `hold` they are kept to this work, to be changed next."""
    people = await _meant(work, actor, bulk, hold=hold)
    if bulk.what is What.UNIT:
        return await _elsewhere(work, actor, bulk, people)
    if bulk.what in (What.SUSPEND, What.RESTORE):
        return Foreseen([_in_state(actor, account, bulk.what) for account in people], {})
    if bulk.what in (What.NO_SEAT, What.SEAT):
        return Foreseen([_with_seat(actor, account, bulk.what) for account in people], {})
    names = await _groups(work, actor, bulk)
    return Foreseen([_reworded(actor, account, bulk, names) for account in people], {})


async def _meant(work: Work, actor: Actor, bulk: Bulk, *, hold: bool) -> Sequence[Account]:
    if bulk.ids is not None and len(bulk.ids) > MOST_NAMED:
        raise Wrong(field="ids", reason="count", most=MOST_NAMED)
    found = select(Account).where(*meant(actor, bulk.filter))
    if bulk.ids is not None:
        found = found.where(among(Account.id, bulk.ids))
    if hold:  # in the one order in which accounts are held
        found = found.order_by(Account.id).with_for_update()
    people = await work.session.scalars(found)
    return sorted(people, key=lambda account: (account.kana_order, account.id))


async def _elsewhere(work: Work, actor: Actor, bulk: Bulk, people: Sequence[Account]) -> Foreseen:
    """The main post becomes this one; concurrent ones stay, but not a second time in the same unit."""
    if bulk.unit is None:
        raise Wrong(field="unit_id", reason="missing")
    goal = replace(bulk.unit, main=True)
    held = await posts.held_by(work, [account.id for account in people])
    kept = {each.post for one in held.values() for each in one if not each.main}
    said = await posts.named(work, actor, {goal, *kept})
    return Foreseen(
        [_placed(actor, account, held[account.id], goal=goal, said=said) for account in people], said
    )


def _placed(
    actor: Actor, account: Account, held: Sequence[Held], *, goal: Post, said: dict[Post, str]
) -> Effect:
    others = [
        each.post
        for each in held
        if not each.main and (each.organization_id, each.unit_id) != (goal.organization_id, goal.unit_id)
    ]
    main = next((each for each in held if each.main), None)
    return Effect(
        account,
        (main.path or main.organization) if main else "",
        said[goal].removesuffix("（本務）"),
        posts=[goal, *others],
        hindrance=_hindrance(actor, account),
        is_elsewhere=main is None or main.post != goal,
    )


def _in_state(actor: Actor, account: Account, what: What) -> Effect:
    goal = AccountStatus.SUSPENDED if what is What.SUSPEND else AccountStatus.ACTIVE
    hindrance = _hindrance(actor, account)
    if hindrance is None and what is What.SUSPEND and account.id == actor.account_id:
        hindrance = Hindrance.OWN
    return Effect(account, account.status, goal, hindrance=hindrance)


def _with_seat(actor: Actor, account: Account, what: What) -> Effect:
    """Of those alone who are plain members: whoever has duties keeps them, and the seat they take."""
    goal = Role.SERVED if what is What.NO_SEAT else Role.MEMBER
    is_plain = account.roles in ([Role.SERVED], [Role.MEMBER])
    before = str(account.roles[0]) if is_plain else Role.MEMBER.value
    hindrance = _hindrance(actor, account)
    if hindrance is None and goal is Role.SERVED and account.id == actor.account_id:
        hindrance = Hindrance.OWN
    if hindrance is None and goal is Role.SERVED and not is_plain:
        hindrance = Hindrance.DUTIES
    return Effect(account, before, goal, hindrance=hindrance)


def _reworded(actor: Actor, account: Account, bulk: Bulk, names: dict[str, str]) -> Effect:
    now = words_of(account)
    match bulk.what:
        case What.EMPLOYMENT:
            wanted = replace(now, employment_type=bulk.text)
        case What.ENDS_ON:
            wanted = replace(now, ends_on=bulk.day)
        case What.GROUP:
            wanted = replace(now, group_id=bulk.group_id)
        case _:
            wanted = replace(now, place=bulk.text)
    wanted = cleaned(wanted)
    before, after = now.said()[bulk.what], wanted.said()[bulk.what]
    return Effect(
        account,
        names.get(str(before), str(before or "")),
        names.get(str(after), str(after or "")),
        words=wanted,
        hindrance=_hindrance(actor, account),
    )


def _hindrance(actor: Actor, account: Account) -> Hindrance | None:
    if account.status == AccountStatus.REMOVED:
        return Hindrance.GONE
    return None if may_manage(actor, account.roles) else Hindrance.OWNER


async def _groups(work: Work, actor: Actor, bulk: Bulk) -> dict[str, str]:
    """The names of the body's groups, where groups are what is changed."""
    if bulk.what is not What.GROUP:
        return {}
    groups = select(AccountGroup.id, AccountGroup.name).where(AccountGroup.tenant_id == actor.tenant_id)
    names = {str(group_id): name for group_id, name in await work.session.execute(groups)}
    if bulk.group_id is not None and str(bulk.group_id) not in names:
        raise NotFound
    return names
