"""Rules about signing in for a group of accounts: over those of the body, for the people in it (AUTH-2, ADMIN-17)."""

from dataclasses import dataclass
from typing import get_args
from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.facts import Acted
from yoriai.people.accounts.managing import groups
from yoriai.people.orgs import settings
from yoriai.people.sessions.rules import PasswordRules, RequiredOf, SignInRules, rules_of
from yoriai.platform.work.work import Work

KEPT, SECOND = "password", "second"
"""Under which names a group keeps them among its policies."""


@dataclass(frozen=True, slots=True)
class Found:
    """What holds for a group: for its passwords, and whether these are rules of its own; for its second factor."""

    password: PasswordRules
    is_own: bool
    second: RequiredOf | None


async def rules_of_group(work: Work, actor: Actor, group_id: UUID) -> Found:
    """What holds for a group of the actor's body."""
    group = await groups.find(work, actor, group_id)
    body = await settings.of(work, actor.tenant_id, SignInRules)
    rules = rules_of({SignInRules.name: body.model_dump()}, group.policies)
    second = next((each for each in get_args(RequiredOf) if each == group.policies.get(SECOND)), None)
    return Found(rules.password, KEPT in group.policies, second)


async def decide(work: Work, actor: Actor, group_id: UUID, rules: PasswordRules | None) -> None:
    """Give a group rules of its own, or let those of the body hold for it again. They hold from the next login on."""
    await _keep(work, actor, group_id, name=KEPT, rule=rules.model_dump(mode="json") if rules else None)


async def decide_second(work: Work, actor: Actor, group_id: UUID, required_of: RequiredOf | None) -> None:
    """Ask for a second factor of more people of the group than the body does, or leave it to the body."""
    await _keep(work, actor, group_id, name=SECOND, rule=required_of)


async def _keep(work: Work, actor: Actor, group_id: UUID, *, name: str, rule: object) -> None:
    await settings.held_tenant(work, actor.tenant_id)
    group = await groups.find(work, actor, group_id)
    others = {each: value for each, value in group.policies.items() if each != name}
    group.policies = others if rule is None else others | {name: rule}
    fact = Acted(account_id=actor.account_id, act="group_rules_decided", group_id=group_id)
    work.state(fact, by=actor.account_id)
