"""Asking for a pack, and throwing one away before its time is over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sqlalchemy import ColumnElement, delete, select

from yoriai.kit.days import day_in_japan, days_with_both_ends
from yoriai.kit.errors import Forbidden, NotFound, Refused, Wrong
from yoriai.kit.ids import uuid7
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.models import AccountKind
from yoriai.people.orgs.settings import held_tenant
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.work import Work
from yoriai.watch.audit.exporting import TooManyRows, reason_in
from yoriai.watch.audit.packs.extract import most_of
from yoriai.watch.audit.packs.facts import PackAsked, PackEnded
from yoriai.watch.audit.packs.models import AuditPack, AuditPackPiece, State
from yoriai.watch.audit.packs.policy import (
    MADE_WITHIN,
    MOST_DAYS,
    MOST_ENTRIES,
    MOST_KEPT,
    is_to_come,
    is_too_long,
)
from yoriai.watch.audit.packs.scope import Days

MAKE = "audit_packs.make"
OPEN = (State.WAITING, State.READY)


class TooLong(Wrong):
    """More days than go into one pack."""

    code = "audit_packs.too_long"


class NotYet(Wrong):
    """The days end after today."""

    code = "audit_packs.not_yet"


class UnderWay(Refused):
    """Another pack of theirs is being made: one after the other."""

    code = "audit_packs.under_way"


class TooManyKept(Refused):
    """So many of theirs are there: one has to go first."""

    code = "audit_packs.too_many"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for."""

    reason: str
    first: date
    last: date


def theirs(actor: Actor) -> tuple[ColumnElement[bool], ...]:
    """What must hold of a pack, so that it is there for somebody: for the list, and for the door."""
    return AuditPack.tenant_id == actor.tenant_id, AuditPack.asker_id == actor.account_id


async def hold(work: Work, actor: Actor, pack_id: UUID) -> AuditPack:
    """A pack of theirs, kept to this work."""
    asked = select(AuditPack).where(AuditPack.id == pack_id, *theirs(actor)).with_for_update()
    found = await work.session.scalar(asked)
    if found is None:
        raise NotFound
    work.read_clock()
    return found


async def ask(work: Work, actor: Actor, wish: Wish, installation: dict[str, object]) -> AuditPack:
    """Ask. The same again, while it is being made, is the same asking (BASE-4)."""
    if actor.kind != AccountKind.MEMBER:
        raise Forbidden
    reason = reason_in(wish.reason)
    check_days(wish.first, wish.last, day_in_japan(work.now))
    await held_tenant(work, actor.tenant_id)
    work.read_clock()
    mine = select(AuditPack).where(*theirs(actor), AuditPack.state.in_(OPEN), AuditPack.ends_at > work.now)
    there = (await work.session.scalars(mine)).all()
    for each in there:
        if each.state == State.WAITING:
            if (each.reason, each.first, each.last) == (reason, wish.first, wish.last):
                return each
            raise UnderWay
    if len(there) >= MOST_KEPT:
        raise TooManyKept(most=MOST_KEPT)
    if await most_of(work, Days(actor.tenant_id, wish.first, wish.last)) > MOST_ENTRIES:
        raise TooManyRows(most=MOST_ENTRIES)
    return await _put(work, actor, wish, reason=reason, installation=installation)


def check_days(first: date, last: date, today: date) -> None:
    """Refuse days that are too many for one pack, or not over."""
    if is_too_long(days_with_both_ends(first, last)):
        raise TooLong(field="first", reason="too_long", most=MOST_DAYS)
    if is_to_come(last, today):
        raise NotYet(field="last", reason="past")


async def _put(
    work: Work, actor: Actor, wish: Wish, *, reason: str, installation: dict[str, object]
) -> AuditPack:
    pack = AuditPack(
        id=uuid7(work.now),
        tenant_id=actor.tenant_id,
        asker_id=actor.account_id,
        asked_at=work.now,
        reason=reason,
        first=wish.first,
        last=wish.last,
        installation=installation,
        state=State.WAITING,
        ends_at=work.now + MADE_WITHIN,
    )
    work.session.add(pack)
    fact = PackAsked(tenant_id=pack.tenant_id, pack_id=pack.id, first=pack.first, last=pack.last)
    work.state(fact, by=actor.account_id)
    key = f"{MAKE} {pack.id}"
    await enqueue(work, MAKE, body={"pack_id": str(pack.id)}, unique_key=key)
    return pack


async def throw_away(work: Work, actor: Actor, pack_id: UUID) -> None:
    """Let go of the file now. Twice is the same as once."""
    pack = await hold(work, actor, pack_id)
    if pack.state in OPEN:
        await let_go(work, pack, State.GONE)
        fact = PackEnded(tenant_id=pack.tenant_id, pack_id=pack.id, is_thrown_away=True)
        work.state(fact, by=actor.account_id)


async def let_go(work: Work, pack: AuditPack, state: State) -> None:
    """The pieces go, and what it was stays."""
    pack.state = state
    await work.session.execute(delete(AuditPackPiece).where(AuditPackPiece.pack_id == pack.id))
