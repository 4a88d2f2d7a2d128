"""A person's own profile: what their body asks of them, and what of it they fill in themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.models import Account, AccountGroup, ChangeKind
from yoriai.people.accounts.profile import values
from yoriai.people.accounts.profile.fields import fields_of, held_fields
from yoriai.people.accounts.profile.policy import ProfileField, ProfilePolicy, is_seen, may_fill_in, policy_of
from yoriai.people.accounts.service import tell_colleagues
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field of one's own profile."""

    key: str
    name: str
    value: str
    may_fill_in: bool
    is_seen: bool
    """Whether colleagues read it."""


async def own_profile(work: Work, actor: Actor) -> Sequence[OwnField]:
    """All fields of the body in their order, with what the actor's own profile holds."""
    row = await work.session.execute(
        select(Account.profile, AccountGroup.policies)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .where(Account.id == actor.account_id)
    )
    profile, policies = row.one()
    fields, policy = await fields_of(work, actor.tenant_id), policy_of(policies)
    return [_own(field, profile, policy) for field in fields]


async def fill_in(work: Work, actor: Actor, wished: Mapping[str, str]) -> None:
    """Fill these fields in and leave the others. The same again changes nothing and tells nobody."""
    fields = await held_fields(work, actor.tenant_id)
    kept = values.taken(fields, wished)
    account = await work.session.get_one(Account, actor.account_id, with_for_update=True)
    policies = await values.policies_of(work, actor.tenant_id)
    policy = policies[account.group_id]
    require(all(may_fill_in(field, policy) for field in fields if field.key in wished))
    before = account.profile
    after = {key: value for key, value in before.items() if key not in wished} | kept
    if after == before:
        return
    account.profile, account.profile_folded = after, values.searched(after, policy)
    act = Act(actor.tenant_id, actor.account_id)
    changed = [key for key in wished if before.get(key) != after.get(key)]
    said = [{f"profile.{key}": profile.get(key) for key in changed} for profile in (before, after)]
    await note(work, act, Noted(account.id, ChangeKind.CHANGED, *said))
    await tell_colleagues(work, act, [account.id])


def _own(field: ProfileField, profile: Mapping[str, str], policy: ProfilePolicy) -> OwnField:
    return OwnField(
        field.key,
        field.name,
        profile.get(field.key, ""),
        may_fill_in=may_fill_in(field, policy),
        is_seen=is_seen(field, policy),
    )
