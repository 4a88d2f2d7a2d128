"""The list of inspections, the newest first: for the two who take part, and for whoever reads the audit log."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from sqlalchemy import select, tuple_

from yoriai.kit import paging
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import people_of
from yoriai.platform.work.work import Work
from yoriai.talk.rooms.models import Room
from yoriai.watch.audit.inspections import door
from yoriai.watch.audit.inspections.models import Inspection
from yoriai.watch.audit.inspections.wire import InspectionOut, InspectionsOut

PAGE: Final = 50
MAY_ASK: Final = "inspections.ask"


async def page(work: Work, actor: Actor, cursor: str | None) -> InspectionsOut:
    """One page: two queries, however many there are."""
    found = (
        select(Inspection, Room)
        .join(Room, Room.id == Inspection.room_id)
        .where(*door.known(actor))
        .order_by(Inspection.asked_at.desc(), Inspection.id.desc())
        .limit(PAGE + 1)
    )
    if cursor is not None:
        order = tuple_(Inspection.asked_at, Inspection.id)
        found = found.where(order < tuple_(*paging.decode(cursor, datetime, UUID)))
    rows = [(asked, room) for asked, room in (await work.session.execute(found)).all()]
    shown = rows[:PAGE]
    people = await people_of(work.session, _named_in(shown), actor.redaction_class)
    last = shown[-1][0] if len(rows) > PAGE else None
    return InspectionsOut(
        inspections=[
            InspectionOut.of(asked, room, people, actor=actor, now=work.now) for asked, room in shown
        ],
        may_ask=actor.may(MAY_ASK),
        next=paging.encode(last.asked_at, last.id) if last else None,
    )


def _named_in(rows: Sequence[tuple[Inspection, Room]]) -> set[UUID]:
    named = {who for asked, _ in rows for who in (asked.asker_id, asked.answerer_id, asked.ended_by)}
    return {who for who in named if who is not None}
