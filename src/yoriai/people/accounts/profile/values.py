"""What is kept of people in the fields of their body: checked, found by search, counted, shown, forgotten."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import ColumnElement, String, bindparam, case, cast, func, select, update

from yoriai.kit.errors import Wrong
from yoriai.kit.text import clean_line
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.history import Act, Noted, note_many
from yoriai.people.accounts.models import Account, AccountGroup, AccountKind, AccountStatus, ChangeKind
from yoriai.people.accounts.names import folded
from yoriai.people.accounts.profile.policy import ProfileField, ProfilePolicy, is_seen, policy_of
from yoriai.people.accounts.service import tell_colleagues
from yoriai.platform.work.work import Work

MOST_VALUE = 100

Policies = Mapping[UUID | None, ProfilePolicy]
"""What each group of a body says, and under None what holds for who is in no group."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A field that holds something, as colleagues read it."""

    name: str
    value: str


def taken(fields: Collection[ProfileField], wished: Mapping[str, str]) -> dict[str, str]:
    """The values as they are kept: one line each, and none that is empty. What is no field is refused."""
    known = {field.key for field in fields}
    if not wished.keys() <= known:
        raise Wrong(field="profile", reason="unknown")
    cleaned = {
        key: clean_line(value, field=f"profile.{key}", most=MOST_VALUE, least=0)
        for key, value in wished.items()
    }
    return {key: value for key, value in cleaned.items() if value}


def searched(profile: Mapping[str, str], policy: ProfilePolicy) -> str:
    """The values as search compares them. What a group hides cannot be found out by searching either."""
    return folded("", "", "", *(value for key, value in profile.items() if key not in policy.hidden))


def shown(
    fields: Collection[ProfileField], profile: Mapping[str, str], policy: ProfilePolicy
) -> Sequence[Filled]:
    """What colleagues read, in the order of the fields."""
    return [
        Filled(field.name, profile[field.key])
        for field in fields
        if profile.get(field.key) and is_seen(field, policy)
    ]


async def policies_of(work: Work, tenant_id: UUID) -> Policies:
    """What every group of a body says of profiles; one query."""
    groups = select(AccountGroup.id, AccountGroup.policies).where(AccountGroup.tenant_id == tenant_id)
    found = {group_id: policy_of(policies) for group_id, policies in await work.session.execute(groups)}
    return {None: ProfilePolicy(), **found}


async def counts(work: Work, tenant_id: UUID, fields: Sequence[ProfileField]) -> Sequence[int]:
    """In how many people's profiles each field holds something; one query."""
    if not fields:
        return []
    filled = [func.coalesce(func.sum(case((_holds(field.key), 1), else_=0)), 0) for field in fields]
    people = select(*filled).where(Account.tenant_id == tenant_id, Account.kind == AccountKind.MEMBER)
    row = await work.session.execute(people.where(Account.status != AccountStatus.REMOVED))
    return [int(count) for count in row.one()]


async def fold_anew(work: Work, group_id: UUID, policy: ProfilePolicy) -> None:
    """Let search find of a group's people what it may now, and nothing else."""
    people = await work.session.execute(
        select(Account.id, Account.profile).where(Account.group_id == group_id).order_by(Account.id)
    )
    rows = [
        {"which": account_id, "profile_folded": searched(profile, policy)}
        for account_id, profile in people
        if profile
    ]
    await _write(work, rows)


async def forget(work: Work, actor: Actor, key: str) -> None:
    """Take away what everybody's profile holds under a key, in a few statements for thousands."""
    policies = await policies_of(work, actor.tenant_id)
    holders = select(Account.id, Account.group_id, Account.profile).where(
        Account.tenant_id == actor.tenant_id, _holds(key)
    )
    rows: list[dict[str, object]] = []
    lines: list[Noted] = []
    for account_id, group_id, profile in await work.session.execute(
        holders.order_by(Account.id).with_for_update()
    ):
        left = {each: value for each, value in profile.items() if each != key}
        found_by = searched(left, policies[group_id])
        rows.append({"which": account_id, "profile": left, "profile_folded": found_by})
        before, after = {f"profile.{key}": profile[key]}, {f"profile.{key}": None}
        lines.append(Noted(account_id, ChangeKind.CHANGED, before, after))
    await _write(work, rows)
    act = Act(actor.tenant_id, actor.account_id)
    await note_many(work, act, lines)
    await tell_colleagues(work, act, [line.account_id for line in lines])


def _holds(key: str) -> ColumnElement[bool]:
    # Keys are words in an object; each stands in quotes there on either database.
    return cast(Account.profile, String).contains(f'"{key}"', autoescape=True)


async def _write(work: Work, rows: Sequence[Mapping[str, object]]) -> None:
    if not rows:
        return
    await work.session.flush()
    connection = await work.session.connection()
    # The columns to be set are those that the rows name.
    await connection.execute(update(Account).where(Account.id == bindparam("which")), rows)
