"""Acting for somebody no longer: whoever did sits in no room for them any more, from the same moment on (N40).

Where the principal or the delegate ends it, both happen in one work. What ends by itself, in the night, is told by a fact
that is read here: twice is once.
"""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy import select

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.delegates import service
from yoriai.people.accounts.delegates.facts import DelegateEnded
from yoriai.people.accounts.delegates.mandates import holds
from yoriai.people.accounts.special_posts import service as special_posts
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.talk.rooms import holding, ordinals
from yoriai.talk.rooms.admission import Leaving, dismiss
from yoriai.talk.rooms.heads import next_number
from yoriai.talk.rooms.lines import Line, LineKind
from yoriai.talk.rooms.models import Membership, Room

TELLING: Final = frozenset({DelegateEnded})


async def end(work: Work, actor: Actor, delegate_id: UUID) -> None:
    """By either of the two; to everybody else there is no such thing."""
    principal_id, person_id = await service.end(work, actor, delegate_id)
    await end_seats(work, principal_id, person_id, by=actor.account_id)


async def end_for(work: Work, actor: Actor, account_id: UUID, delegate_id: UUID) -> None:
    """By an administrator, of somebody in a special post."""
    principal_id, person_id = await special_posts.end_delegate(work, actor, account_id, delegate_id)
    await end_seats(work, principal_id, person_id, by=actor.account_id)


async def let_go(work: Work, entries: Sequence[Entry]) -> None:
    """End what seats are left; of whoever acts for them again they stay."""
    for entry in entries:
        fact = entry.line.fact
        if isinstance(fact, DelegateEnded) and not await holds(work, fact.account_id, fact.person_id):
            work.cause = entry.cause
            await end_seats(work, fact.account_id, fact.person_id, by=entry.cause.account_id)


async def end_seats(work: Work, principal_id: UUID, person_id: UUID, *, by: UUID | None) -> None:
    """Let this person sit nowhere for this principal, and leave a line of it in each room. Where a unit sits in whose name
    they may speak, they stay for it."""
    seats = (
        select(Membership.room_id)
        .where(Membership.account_id == person_id, Membership.on_behalf_of == principal_id)
        .where(Membership.is_open.is_(True))
        .order_by(Membership.room_id)
    )
    rooms = list(await work.session.scalars(seats))
    await ordinals.hold(work, rooms)
    for room_id in rooms:
        newest = (await work.session.scalars(select(Room.last_ordinal).where(Room.id == room_id))).one()
        line = Line(
            room_id=room_id,
            after_ordinal=newest,
            kind=LineKind.DELEGATE_ENDED,
            by=None,
            on_behalf_of=principal_id,
            who=(person_id,),
        )
        await dismiss(work, Leaving(room_id, person_id, await next_number(work, room_id)), by=by, line=line)
    await holding.stay(work, rooms, by=by)
