"""Choosing, and what was chosen: kept for the person, not for the device they sit at."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.take_turn import take_turn
from yoriai.people.preferences.facts import PreferencesChanged
from yoriai.people.preferences.models import Preference
from yoriai.people.preferences.wire import Preferences, PreferencesOut, PreferencesTold, read
from yoriai.platform.db.among import among
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.models import StreamHead
from yoriai.platform.work.work import Work


async def chosen(work: Work, actor: Actor) -> PreferencesOut:
    """Everything the actor has chosen, with the number after which their own stream tells of changes."""
    stream = select(StreamHead.head).where(StreamHead.stream == actor.own_stream)
    return PreferencesOut(
        preferences=(await _of(work.session, {actor.account_id}))[actor.account_id],
        number=await work.session.scalar(stream) or 0,
    )


async def choose(work: Work, actor: Actor, change: Mapping[str, object]) -> None:
    """Choose these anew and leave the rest. The same choice again changes nothing and tells nobody."""
    me = actor.account_id
    # One person's devices pass one by one, also where nothing has been chosen yet.
    await take_turn(work, me)
    row = await work.session.get(Preference, me)
    before = row.chosen if row else {}
    after = before | dict(change)
    if after == before:
        return
    if row is None:
        work.session.add(Preference(account_id=me, chosen=after, changed_at=work.now))
    else:
        row.chosen, row.changed_at = after, work.now
    work.state(PreferencesChanged(account_id=me), by=me)


async def render_changed(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """The choices of each, as they are now: one query."""
    whose = [fact.account_id for fact in facts if isinstance(fact, PreferencesChanged)]
    found = await _of(session, set(whose))
    return [PreferencesTold(preferences=found[each]).model_dump() for each in whose]


async def _of(session: AsyncSession, whose: set[UUID]) -> dict[UUID, Preferences]:
    rows = await session.execute(
        select(Preference.account_id, Preference.chosen).where(among(Preference.account_id, whose))
    )
    return dict.fromkeys(whose, Preferences()) | {account_id: read(kept) for account_id, kept in rows}
