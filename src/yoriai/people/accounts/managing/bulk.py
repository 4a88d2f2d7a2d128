"""Changing many people at once, in one work: all of what was foreseen, or nothing."""

from collections.abc import Sequence

from sqlalchemy import distinct, func, select

from yoriai.kit.errors import Refused
from yoriai.kit.ids import SendKey
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import Role
from yoriai.people.accounts.facts import RightsChanged
from yoriai.people.accounts.history import Act, Noted, note_many
from yoriai.people.accounts.managing import posts, tell
from yoriai.people.accounts.managing.change import note_moves
from yoriai.people.accounts.managing.foresee import Bulk, Effect, What, foresee
from yoriai.people.accounts.managing.regroup import check_own_place
from yoriai.people.accounts.managing.words import columns, words_of
from yoriai.people.accounts.models import AccountChange, AccountStatus, ChangeKind
from yoriai.people.accounts.profile import values
from yoriai.people.accounts.service import become, keep_an_owner, set_group, set_last_day, tell_colleagues
from yoriai.people.accounts.taking_back import is_a_rise, take_back
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.work.work import Work


class SelectionChanged(Refused):
    """Not as many people would change as were shown: somebody has changed some of them meanwhile."""

    code = "accounts.selection_changed"


async def carry_out(work: Work, actor: Actor, bulk: Bulk, *, key: SendKey, expected: int) -> int:
    """Change everybody meant who would change, if they are as many as expected; gives how many.

    The same request again changes nothing and gives the same number (BASE-4).
    """
    # The bulk changes of a body pass one by one, so that a doubled click cannot change twice.
    await held_tenant(work, actor.tenant_id)
    done = await work.session.scalar(
        select(func.count(distinct(AccountChange.account_id))).where(
            AccountChange.by == actor.account_id, AccountChange.request_key == key
        )
    )
    if done:
        return done
    foreseen = await foresee(work, actor, bulk, hold=True)
    changing = [effect for effect in foreseen.effects if effect.changes]
    if len(changing) != expected:
        raise SelectionChanged(expected=expected, got=len(changing))
    act = Act(actor.tenant_id, actor.account_id, request_key=key)
    if bulk.what in (What.SUSPEND, What.RESTORE):
        goal = AccountStatus.SUSPENDED if bulk.what is What.SUSPEND else AccountStatus.ACTIVE
        await become(work, act, [effect.account for effect in changing], goal)
    elif bulk.what in (What.NO_SEAT, What.SEAT):
        await _seat(work, actor, act, changing)
    elif bulk.what is What.UNIT:
        wanted = {effect.account.id: effect.posts for effect in changing if effect.posts is not None}
        moved = await posts.settle(work, wanted, foreseen.said)
        await note_moves(work, act, moved)
        tell.moved(work, actor, moved)
    else:
        await _reword(work, actor, act, changing)
    return len(changing)


async def _seat(work: Work, actor: Actor, act: Act, changing: Sequence[Effect]) -> None:
    """As `appoint` does of one: what they may do is another from this moment on, on open lines too."""
    if not actor.may("accounts.appoint"):
        raise actor.refusal_of("accounts.appoint")
    lines: list[Noted] = []
    for account, goal in ((effect.account, Role(effect.after)) for effect in changing):
        before, account.roles = account.roles, [goal.value]
        lines.append(Noted(account.id, ChangeKind.ROLES, {"roles": before}, {"roles": account.roles}))
        if is_a_rise(before, account.roles):
            take_back(account)
    await work.session.flush()
    await note_many(work, act, lines)
    await tell_colleagues(work, act, [effect.account.id for effect in changing])
    for effect in changing:
        work.state(RightsChanged(account_id=effect.account.id), by=actor.account_id)


async def _reword(work: Work, actor: Actor, act: Act, changing: Sequence[Effect]) -> None:
    lines: list[Noted] = []
    policies = await values.policies_of(work, actor.tenant_id)
    for effect in changing:
        account, wanted = effect.account, effect.words
        if wanted is None:
            continue
        before, after = wanted.differing(words_of(account))
        lines.append(Noted(account.id, ChangeKind.CHANGED, before, after))
        if wanted.ends_on not in (None, account.ends_on):
            await keep_an_owner(work, account)
        set_last_day(work, account, wanted.ends_on, by=actor.account_id)
        await check_own_place(work, actor, account, wanted.group_id)
        await set_group(work, account, wanted.group_id, by=actor.account_id)
        for column, value in columns(wanted, policies[wanted.group_id]).items():
            setattr(account, column, value)
    await work.session.flush()
    await note_many(work, act, lines)
    await tell_colleagues(work, act, [effect.account.id for effect in changing])
