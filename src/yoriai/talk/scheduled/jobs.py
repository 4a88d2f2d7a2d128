"""Sending what is due: the message is written and no longer waits in one transaction, so it is sent once or not at all,
whoever does it and whatever dies meanwhile."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session as Orm

from yoriai.kit.errors import NotFound, Refused
from yoriai.kit.ids import SendKey
from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.jobs.queue import enqueue
from yoriai.platform.work.edge import Works
from yoriai.platform.work.work import Batch, Work
from yoriai.talk.messages.policy import NothingToAnswer
from yoriai.talk.messages.post import Posting, post_all
from yoriai.talk.messages.posted import Posted
from yoriai.talk.rooms.seats import sat_for
from yoriai.talk.scheduled.author import author_of
from yoriai.talk.scheduled.models import Scheduled
from yoriai.talk.scheduled.policy import Left, Suspended, Unanswerable
from yoriai.talk.scheduled.service import SEND, held, tell

EARLY: Final = timedelta(seconds=1)
"""Clocks of two machines differ by this much."""


async def send_due(works: Works, body: Mapping[str, object]) -> None:
    """Send one whose time has come. One that waits for a later time by now, or waits no longer, is left alone."""
    wanted = select(Scheduled).where(Scheduled.id == UUID(str(body["scheduled"]))).with_for_update()
    async with works.writing() as work:
        found = await work.session.scalar(wanted)
        if found is None or found.refused is not None:
            return
        if found.due_at > work.now + EARLY:
            # Put off meanwhile; or this clock was put back since the job was taken, and nobody else would come.
            await enqueue(work, SEND, body=body, run_at=found.due_at)
            return
        refused = await _send(works, work, found)
        if refused is not None:  # it stays with the rule that forbids it, and its author is told
            found.refused, found.details = refused.code, dict(refused.details)
            tell(work, found)


async def send_now(works: Works, work: Work, actor: Actor, scheduled_id: UUID) -> None:
    """Send one of the actor's own without waiting for its time. Refused, it waits on as it did."""
    refused = await _send(works, work, await held(work, actor, scheduled_id))
    if refused is not None:
        raise refused


async def _send(works: Works, work: Work, found: Scheduled) -> Refused | None:
    """Sent, it waits no longer; else why it was not."""
    author = await author_of(work, found.account_id, found.zone)
    outcome = Suspended() if author is None else await _posted(works, work, found, author)
    if isinstance(outcome, Refused):
        return _reason(outcome)
    await work.session.delete(found)
    tell(work, found)
    return None


def _reason(refused: Refused) -> Refused:
    """What was not found, in words that its author understands."""
    match refused:
        case NothingToAnswer():
            return Unanswerable()
        case NotFound():
            return Left()
        case _:
            return refused


async def _posted(works: Works, work: Work, found: Scheduled, author: Actor) -> Posted | Refused:
    """By the way that every message goes, in this work; in the name in which it was written, or not at all."""
    cause = Cause(account_id=author.account_id, tenant_id=author.tenant_id, zone=found.zone)
    posting = Posting(
        author,
        found.room_id,
        SendKey(found.send_key),
        found.parts,
        cause,
        found.quote_id,
        thread_id=found.thread_id,
        in_room=found.in_room,
        is_due=True,
        is_as_written=True,
        written_for=await sat_for(work, found.account_id, found.room_id, found.written_at),
    )

    def post(here: Orm) -> Posted | Refused:
        rows = works.store.rows_of(here)
        batch = Batch(rows=rows, now=work.now, cause=cause, told=work.told, signals=work.signals)
        return post_all(batch, [posting])[0]

    return await work.session.run_sync(post)
