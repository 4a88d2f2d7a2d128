"""Changing one's own password while signed in: the old one is asked, and the other devices may be signed out (N40)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from yoriai.kit.errors import Wrong
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import Account, AccountGroup
from yoriai.people.orgs.models import Tenant
from yoriai.people.sessions import service
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.lock import prove
from yoriai.people.sessions.passwords import check_new
from yoriai.people.sessions.rules import PasswordRules, rules_of
from yoriai.people.sessions.sign_in import NotRecognized
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work


@dataclass(frozen=True, slots=True)
class Change:
    """The old password, the new one, and whether everything else that is open ends."""

    password: str
    new_password: str
    end_others: bool


async def change_password(
    works: Works, entrance: Entrance, cause: Cause, actor: Actor, *, change: Change
) -> int:
    """Put the new password in place of the old one; how many other sessions were ended."""
    try:
        kept = await prove(works, entrance, cause, actor, password=change.password)
    except NotRecognized:
        raise Wrong(field="password", reason="not_yours") from None
    async with works.reading(cause) as work:
        login_id, names, rules = await _rules(work, actor)
    check_new(change.new_password, login_id, change.password, rules=rules, names=names)
    fresh = await entrance.passwords.hash(change.new_password)
    cause = replace(
        cause, account_id=actor.account_id, tenant_id=actor.tenant_id, session_id=actor.session_id
    )
    async with works.writing(cause) as work:
        held = select(Account.password_hash).where(Account.id == actor.account_id).with_for_update()
        if await work.session.scalar(held) != kept:
            raise Wrong(field="password", reason="not_yours")  # changed meanwhile, on another device
        await service.keep_password(work, actor.tenant_id, actor.account_id, fresh)
        return await service.end_others(work, actor) if change.end_others else 0


async def _rules(work: Work, actor: Actor) -> tuple[str, Sequence[str], PasswordRules]:
    """With which number they sign in, how they and their body are called, and what their body asks of a password."""
    full = Account.family + Account.given
    names = (full, Account.family, Account.given, Account.kana, Tenant.name, Tenant.code)
    row = await work.session.execute(
        select(Account.login_id, Tenant.policies, AccountGroup.policies, *names)
        .join(Tenant, Tenant.id == Account.tenant_id)
        .outerjoin(AccountGroup, AccountGroup.id == Account.group_id)
        .where(Account.id == actor.account_id)
    )
    login_id, of_body, of_group, *called = row.one()
    return login_id, called, rules_of(of_body, of_group).password
