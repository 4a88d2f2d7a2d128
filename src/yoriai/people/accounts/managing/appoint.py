"""Giving and taking roles. A body always keeps an owner, and nobody raises themselves (N19)."""

from uuid import UUID

from yoriai.kit.errors import Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.access.rules import require
from yoriai.people.accounts.facts import RightsChanged
from yoriai.people.accounts.history import Act, Noted, note
from yoriai.people.accounts.managing import find, posts, tell
from yoriai.people.accounts.models import AccountStatus, ChangeKind
from yoriai.people.accounts.policy import may_appoint
from yoriai.people.accounts.service import AccountGone, keep_an_owner
from yoriai.people.accounts.taking_back import is_a_rise, take_back
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work


class LeadsStill(Refused):
    """Whoever helps a unit as its ITリーダー needs a seat."""

    code = "accounts.leads_still"


class OwnRole(Refused):
    """Nobody gives or takes their own role."""

    code = "accounts.own_role"


async def appoint(work: Work, actor: Actor, account_id: UUID, role: Role) -> None:
    """Make somebody a member, with or without a seat, an administrator or an owner. Open sockets of theirs knock again at once (N40). A first
    password that they have not used is worth nothing once they may do more: whoever handed it out may not."""
    await held_tenant(work, actor.tenant_id)
    # Held first: roles read before that may be others by now.
    account = await find.held(work, actor, account_id)
    require(may_appoint(actor, account.roles, role))
    if account.id == actor.account_id:
        raise OwnRole
    if account.status == AccountStatus.REMOVED:
        raise AccountGone
    # Of which unit somebody is the ITリーダー is another question.
    wanted = [role.value, *(each for each in account.roles if each == Role.IT_LEADER)]
    if account.roles == wanted:
        return
    if role == Role.SERVED and len(wanted) > 1:
        raise LeadsStill
    if role != Role.OWNER:
        await keep_an_owner(work, account)
    before, account.roles = account.roles, wanted
    if is_a_rise(before, wanted):
        take_back(account)
    act = Act(actor.tenant_id, actor.account_id)
    await note(work, act, Noted(account.id, ChangeKind.ROLES, {"roles": before}, {"roles": wanted}))
    held = await posts.held_by(work, [account.id])
    work.state(RightsChanged(account_id=account.id), by=actor.account_id)
    tell.changed(work, actor, {each.organization_id for each in held[account.id]}, [account.id])
