"""Rules about passwords for a group of accounts: over those of the body, for the people in it (AUTH-2, ADMIN-17)."""

from uuid import UUID

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.facts import Acted
from yoriai.people.accounts.managing import groups
from yoriai.people.orgs import settings
from yoriai.people.sessions.rules import PasswordRules, SignInRules, rules_of
from yoriai.platform.work.work import Work

KEPT = "password"
"""Under which name a group keeps them among its policies."""


async def rules_of_group(work: Work, actor: Actor, group_id: UUID) -> tuple[PasswordRules, bool]:
    """What holds for a group of the actor's body, and whether these are rules of its own."""
    group = await groups.find(work, actor, group_id)
    body = await settings.of(work, actor.tenant_id, SignInRules)
    rules = rules_of({SignInRules.name: body.model_dump()}, group.policies)
    return rules.password, KEPT in group.policies


async def decide(work: Work, actor: Actor, group_id: UUID, rules: PasswordRules | None) -> None:
    """Give a group rules of its own, or let those of the body hold for it again. They hold from the next login on."""
    await settings.held_tenant(work, actor.tenant_id)
    group = await groups.find(work, actor, group_id)
    others = {name: value for name, value in group.policies.items() if name != KEPT}
    group.policies = others if rules is None else others | {KEPT: rules.model_dump(mode="json")}
    fact = Acted(account_id=actor.account_id, act="group_rules_decided", group_id=group_id)
    work.state(fact, by=actor.account_id)
