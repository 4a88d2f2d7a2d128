"""Keeping, changing and giving up a second factor. Whatever is done, the person's other sessions end with it (N40)."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.text import clean
from yoriai.people.access.actor import Actor
from yoriai.people.access.rules import require
from yoriai.people.accounts import history
from yoriai.people.accounts.history import Act, Noted
from yoriai.people.accounts.models import Account, ChangeKind
from yoriai.people.accounts.policy import may_suspend
from yoriai.people.sessions import service
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.second_factor import recovery, seal
from yoriai.people.sessions.second_factor.facts import RecoveryCodesDrawn, SecondFactorGone, SecondFactorSetUp
from yoriai.people.sessions.second_factor.models import RecoveryCode, SecondFactor
from yoriai.people.sessions.second_factor.offer import Begun, opened
from yoriai.people.sessions.second_factor.spend import about
from yoriai.people.sessions.second_factor.state import is_required
from yoriai.people.sessions.second_factor.ticket import StepOver
from yoriai.people.zones.profile import Profile
from yoriai.platform.work.work import Work

MOST_REASON = 200  # characters


class Required(Refused):
    """Whoever must have one gives it up only for another one."""

    code = "second_factor.required"


class OwnFactor(Refused):
    """One's own is changed in the settings, with its code."""

    code = "second_factor.own"


async def keep(work: Work, key: bytes, act: Act, account_id: UUID, *, sealed: str) -> bool:
    """The codes are put away: from now on this is the second factor. The same once more changes nothing."""
    begun = opened(key, account_id, sealed, work.now)
    if begun.step is None:
        raise StepOver
    await work.session.execute(select(Account.id).where(Account.id == account_id).with_for_update())
    before = await work.session.get(SecondFactor, account_id, populate_existing=True)
    if before and seal.open_up(key, before.secret, about=about(account_id)) == begun.secret.encode():
        return False
    await place(work, key, account_id, begun, uses=before.uses + 1 if before else 0)
    kind = ChangeKind.SECOND_FACTOR_CHANGED if before else ChangeKind.SECOND_FACTOR_SET_UP
    await history.note(work, act, Noted(account_id, kind))
    work.state(SecondFactorSetUp(account_id=account_id), by=act.by)
    return True


async def place(work: Work, key: bytes, account_id: UUID, begun: Begun, *, uses: int = 0) -> None:
    """Write it down, sealed, in place of the one before. Tells nobody."""
    secret = seal.close(key, begun.secret.encode(), about=about(account_id))
    factor = SecondFactor(
        account_id=account_id, secret=secret, set_up_at=work.now, last_step=begun.step or 0, uses=uses
    )
    await work.session.merge(factor)
    await work.session.flush()
    await _put_away(work, key, account_id, begun.codes)


async def draw_recovery(work: Work, actor: Actor, key: bytes) -> Sequence[str]:
    """New recovery codes; those of before are worth nothing. They stand in this answer and nowhere else."""
    await _held(work, actor.account_id)
    drawn = recovery.draw()
    await _put_away(work, key, actor.account_id, drawn)
    noted = Noted(actor.account_id, ChangeKind.RECOVERY_CODES_DRAWN)
    await history.note(work, Act(actor.tenant_id, actor.account_id), noted)
    work.state(RecoveryCodesDrawn(account_id=actor.account_id), by=actor.account_id)
    return drawn


async def give_up(work: Work, actor: Actor, model: Profile) -> int:
    """Do without one, who may; how many other sessions were ended."""
    await _held(work, actor.account_id)
    if await is_required(work, actor.account_id, model):
        raise Required
    await _remove(work, Act(actor.tenant_id, actor.account_id), actor.account_id, {})
    return await service.end_others(work, actor)


async def reset(work: Work, actor: Actor, account_id: UUID, *, reason: str) -> None:
    """Take it from somebody of the actor's body who has lost it. All of their sessions end; who must have one sets
    another up at the next sign-in."""
    said = clean(reason, field="reason", most=MOST_REASON)
    roles = await work.session.scalar(
        select(Account.roles).where(Account.id == account_id, Account.tenant_id == actor.tenant_id)
    )
    if roles is None:
        raise NotFound
    require(may_suspend(actor, roles))
    if account_id == actor.account_id:
        raise OwnFactor
    await take_from(work, Act(actor.tenant_id, actor.account_id), account_id, reason=said)


async def take_from(work: Work, act: Act, account_id: UUID, *, reason: str) -> None:
    """The same for the operator of the server, when nobody is left who may."""
    await _held(work, account_id)
    await _remove(work, act, account_id, {"reason": reason})
    await end_sessions(work, account_id, by=act.by)


async def end_sessions(work: Work, account_id: UUID, *, by: UUID | None) -> None:
    """End whatever is open for this account."""
    theirs = select(Session.id).where(Session.account_id == account_id, Session.ended_at.is_(None))
    found = (await work.session.scalars(theirs)).all()
    await service.close(work, [(each, account_id) for each in found], by=by)


async def _held(work: Work, account_id: UUID) -> None:
    """The account kept to this work: a sign-in that spends a code waits. Who has none is answered so."""
    await work.session.execute(select(Account.id).where(Account.id == account_id).with_for_update())
    theirs = select(SecondFactor.account_id).where(SecondFactor.account_id == account_id)
    if await work.session.scalar(theirs) is None:
        raise NotFound


async def _remove(work: Work, act: Act, account_id: UUID, after: dict[str, object]) -> None:
    for kind in (RecoveryCode, SecondFactor):
        await work.session.execute(delete(kind).where(kind.account_id == account_id))
    gone = ChangeKind.SECOND_FACTOR_RESET if act.by != account_id else ChangeKind.SECOND_FACTOR_OFF
    await history.note(work, act, Noted(account_id, gone, {}, after))
    work.state(SecondFactorGone(account_id=account_id), by=act.by)


async def _put_away(work: Work, key: bytes, account_id: UUID, drawn: Sequence[str]) -> None:
    await work.session.execute(delete(RecoveryCode).where(RecoveryCode.account_id == account_id))
    rows = [
        {"account_id": account_id, "mac": recovery.mac(key, account_id, each), "used_at": None}
        for each in drawn
    ]
    if rows:
        connection = await work.session.connection()
        await connection.execute(insert(RecoveryCode), rows)
