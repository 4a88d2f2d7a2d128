"""What follows for talks across bodies from what is decided elsewhere, and what nobody tells: a last day that passes,
an asking that lapses."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Final

from sqlalchemy import ColumnElement, delete, or_, select

from yoriai.people.accounts.facts import (
    AccountRestored,
    AccountsChanged,
    AccountSuspended,
    RightsChanged,
    RosterImported,
)
from yoriai.people.accounts.models import Account, AccountChange, ChangeKind
from yoriai.people.orgs.bodies.settings import FederationRules
from yoriai.people.orgs.facts import SettingsChanged
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Work
from yoriai.talk.neighbours.models import BlockedNeighbour, Findable, TalkAsk
from yoriai.talk.neighbours.settle import settle_of_bodies
from yoriai.talk.rooms.keys import IS_ACROSS
from yoriai.talk.rooms.labels import Labels
from yoriai.talk.rooms.models import Room

SWEEP: Final = "neighbours.sweep"
KEPT: Final = timedelta(days=30)
"""Askings are kept so long after they were made: longer than they wait."""
TELLING = frozenset(
    {AccountRestored, AccountsChanged, AccountSuspended, RightsChanged, RosterImported, SettingsChanged}
)
"""The facts after which a talk may be open or shut that was not."""


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Settle the talks of the bodies of which something was told. Without any talks that is one look."""
    bodies = {
        entry.cause.tenant_id
        for entry in entries
        if entry.cause.tenant_id is not None and not _is_another_setting(entry)
    }
    if bodies:
        await forget_who_left(work, among(Account.tenant_id, bodies))
        await settle_of_bodies(work, bodies)


async def sweep(works: Works, _: Mapping[str, object]) -> None:
    """Every night: the same of all bodies, one by one, and askings that have long lapsed go."""
    async with works.reading() as work:
        homes = (await work.session.scalars(select(Room.owner_tenant).where(IS_ACROSS).distinct())).all()
    for tenant_id in sorted(homes):
        async with works.writing() as work:
            await settle_of_bodies(work, {tenant_id})
    async with works.writing() as work:
        await forget_who_left(work)
        await work.session.execute(delete(TalkAsk).where(TalkAsk.made_at < work.now - KEPT))


async def forget_who_left(work: Work, *whose: ColumnElement[bool]) -> None:
    """What somebody has said here counts no more once they have left the body: their number may come back, and may be
    another person's by then. Whether it has come back already makes no difference."""
    left = select(AccountChange.account_id, AccountChange.at).where(AccountChange.kind == ChangeKind.REMOVED)
    left = left.join(Account, Account.id == AccountChange.account_id).where(*whose)
    for table, since, people in (
        (Findable, Findable.since, (Findable.account_id,)),
        (TalkAsk, TalkAsk.made_at, (TalkAsk.asker_id, TalkAsk.asked_id)),
        (BlockedNeighbour, BlockedNeighbour.since, (BlockedNeighbour.account_id, BlockedNeighbour.person_id)),
    ):
        gone = (left.where(AccountChange.account_id == who, AccountChange.at >= since) for who in people)
        stale = delete(table).where(or_(*(each.exists() for each in gone)))
        await work.session.execute(stale, execution_options={"synchronize_session": False})


def _is_another_setting(entry: Entry) -> bool:
    fact = entry.line.fact
    return isinstance(fact, SettingsChanged) and fact.setting not in (FederationRules.name, Labels.name)
