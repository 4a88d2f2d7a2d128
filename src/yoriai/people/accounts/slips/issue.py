"""Issuing: first passwords are drawn for people, kept only as what they hash to, and shown in the one answer."""

import asyncio
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, update

from yoriai.kit.errors import Forbidden, Refused
from yoriai.people.access.actor import Actor
from yoriai.people.access.capabilities import granted
from yoriai.people.access.rules import require
from yoriai.people.accounts import first_passwords
from yoriai.people.accounts.facts import Acted
from yoriai.people.accounts.history import Act, Noted, note_many
from yoriai.people.accounts.leaders.scope import EVERYWHERE, above
from yoriai.people.accounts.models import Account, ChangeKind
from yoriai.people.accounts.slips.chosen import Holder, Kind, Whom, WithPassword, can_sign_in, chosen
from yoriai.people.accounts.slips.facts import PasswordReset
from yoriai.people.accounts.slips.policy import may_issue
from yoriai.people.accounts.slips.slip import Common, Doors, Slip, slip_of
from yoriai.people.orgs.models import Tenant
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.db.among import among
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work

MAY_ISSUE = "slips.issue"
MOST = 5_000  # people at once
MOST_NAMED = 20  # in a question


class AsksFirst(Refused):
    """Some have a password of their own. Nothing was done: say whether theirs is to be made worthless."""

    code = "slips.asks_first"


class Nobody(Refused):
    """Nobody is left for whom a slip could be made."""

    code = "slips.nobody"


class TooManyAtOnce(Refused):
    """More people than are done at once."""

    code = "slips.too_many_at_once"


class MoreRights(Refused):
    """Somebody who may do more than the ITリーダー: whoever held their slip would have it too (N19)."""

    code = "slips.more_rights"
    status = 403


class OwnSlip(Refused):
    """One's own password is changed in the settings, not thrown away."""

    code = "slips.own"


class ChangedMeanwhile(Refused):
    """Somebody chose a password, came or went between the look and the act."""

    code = "slips.changed_meanwhile"


@dataclass(frozen=True, slots=True)
class Key:
    """What slips are made with: the server's key and its addresses."""

    key: bytes
    doors: Doors


@dataclass(frozen=True, slots=True)
class Issued:
    """All that was handed out. Whoever loses this issues again, which makes these worthless."""

    common: Common
    slips: Sequence[Slip]
    reset: int
    """How many had a password of their own, which is worth nothing now."""
    left_out: Sequence[Holder]
    """People of the choice who got none: owners, oneself, and those with a password if they were to stay."""


async def issue(works: Works, cause: Cause, actor: Actor, whom: Whom, *, key: Key) -> Issued:
    """Draw a new first password for everybody meant. Earlier slips, passwords and sessions of theirs are worth
    nothing from then on. Drawing and hashing happen before the write lock; what was seen is seen again under it."""
    who = {"account_id": actor.account_id, "tenant_id": actor.tenant_id, "session_id": actor.session_id}
    cause = replace(cause, **who)
    async with works.reading(cause) as work:
        everybody = await chosen(work, actor, whom)
        left_alone = await above(work, actor, [each.account_id for each in everybody])
        common = await common_of(work, actor, key.doors)
        expires_at = first_passwords.expiry(work.now)
    holders = _entitled(actor, whom, everybody, left_alone)
    drawn = await asyncio.to_thread(_draw, holders, expires_at, common, key.key)
    async with works.writing(cause) as work:
        # Behind the body's row, where roles, rights and units change: none of them moves between this look and the act.
        await held_tenant(work, actor.tenant_id)
        await _still_may(work, actor)
        await _hold(work, holders)
        if await chosen(work, actor, whom) != everybody:
            raise ChangedMeanwhile
        if await above(work, actor, [each.account_id for each in holders]):
            raise ChangedMeanwhile
        reset = [each for each in holders if each.has_password]
        await _write(work, drawn.macs, reset, expires_at)
        await note_many(work, Act(actor.tenant_id, by=actor.account_id), [_noted(each) for each in holders])
        for each in reset:
            work.state(PasswordReset(account_id=each.account_id), by=actor.account_id)
        _tell_of_leader(work, actor, holders)
    got = {each.account_id for each in holders}
    left_out = [each for each in everybody if each.account_id not in got]
    return Issued(common, drawn.slips, len(reset), left_out)


def _tell_of_leader(work: Work, actor: Actor, holders: Sequence[Holder]) -> None:
    """What an ITリーダー hands out stands in the audit log person by person, also where no password was lost."""
    if actor.may(EVERYWHERE):
        return
    for each in holders:
        act = Acted(account_id=actor.account_id, act="slip_handed_out", person_id=each.account_id)
        work.state(act, by=actor.account_id)


@dataclass(frozen=True, slots=True)
class _Drawn:
    slips: Sequence[Slip]
    macs: Sequence[dict[str, object]]


def _draw(holders: Sequence[Holder], expires_at: datetime, common: Common, key: bytes) -> _Drawn:
    slips, macs = list[Slip](), list[dict[str, object]]()
    for holder in holders:
        secret = first_passwords.draw()
        slips.append(slip_of(holder, secret, expires_at, common))
        macs.append({"whose": holder.account_id, "mac": first_passwords.mac(key, holder.account_id, secret)})
    return _Drawn(slips, macs)


def _entitled(
    actor: Actor, whom: Whom, everybody: Sequence[Holder], left_alone: Collection[UUID]
) -> Sequence[Holder]:
    """Those who get one. Somebody named who may not get one refuses the whole; in a crowd they are left out."""
    if whom.kind is Kind.PEOPLE:
        _check_named(actor, everybody, left_alone)
    entitled = [
        each
        for each in everybody
        if may_issue(actor, each.roles)
        and each.account_id not in left_alone
        and each.account_id != actor.account_id
    ]
    owning = [each for each in entitled if each.has_password]
    if owning and whom.those_with_password is WithPassword.ASK:
        names = [each.name for each in owning[:MOST_NAMED]]
        raise AsksFirst(count=len(owning), others=len(entitled) - len(owning), names=names)
    if whom.those_with_password is WithPassword.LEAVE_OUT:
        entitled = [each for each in entitled if not each.has_password]
    if not entitled:
        raise Nobody
    if len(entitled) > MOST:
        raise TooManyAtOnce(most=MOST, got=len(entitled))
    return entitled


def _check_named(actor: Actor, named: Sequence[Holder], left_alone: Collection[UUID]) -> None:
    for each in named:
        if each.account_id == actor.account_id:
            raise OwnSlip
        if each.account_id in left_alone:
            raise MoreRights
        require(may_issue(actor, each.roles))


async def _still_may(work: Work, actor: Actor) -> None:
    """Drawing for thousands takes its time. Whoever has lost the role meanwhile hands nothing out."""
    mine = select(Account.roles).where(Account.id == actor.account_id, *can_sign_in(work))
    roles = await work.session.scalar(mine)
    asked = {each for each in (MAY_ISSUE, EVERYWHERE) if actor.may(each)}
    if roles is None or not asked <= granted(roles):
        raise Forbidden


async def common_of(work: Work, actor: Actor, doors: Doors) -> Common:
    """What stands on every slip of the actor's body."""
    body = select(Tenant.code, Tenant.name, Tenant.contact).where(Tenant.id == actor.tenant_id)
    code, name, contact = (await work.session.execute(body)).one()
    return Common(code, name, contact, doors)


async def _hold(work: Work, holders: Sequence[Holder]) -> None:
    """Until the end of the work nobody else changes these accounts: a sign-in that chooses a password waits."""
    ids = [each.account_id for each in holders]
    await work.session.execute(
        select(Account.id).where(among(Account.id, ids)).order_by(Account.id).with_for_update()
    )


async def _write(
    work: Work, macs: Sequence[dict[str, object]], reset: Sequence[Holder], expires_at: datetime
) -> None:
    connection = await work.session.connection()
    mine = update(Account).where(Account.id == bindparam("whose"))
    drawn = mine.values(first_password_mac=bindparam("mac"), first_password_expires_at=expires_at)
    await connection.execute(drawn, list(macs))
    if reset:
        # Read behind the lock, so that no session began later that it has let through.
        gone = mine.values(password_hash=None, password_changed_at=None, signed_out_at=work.read_clock())
        await connection.execute(gone, [{"whose": each.account_id} for each in reset])


def _noted(holder: Holder) -> Noted:
    before = {"own_password": holder.has_password}
    return Noted(holder.account_id, ChangeKind.PASSWORD_RESET, before, {"own_password": False})
