"""What bodies are told of that follows from a label: it may end their part in a room without anybody having gone there."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import not_, or_, select

from yoriai.people.orgs.changes import organizations_of
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.work.work import Work
from yoriai.talk.federation.facts import PartsChanged
from yoriai.talk.rooms.facts import LabelsOrdered, RoomLabelled
from yoriai.talk.rooms.keys import IS_ACROSS
from yoriai.talk.rooms.models import Room, RoomBody

TELLING: Final = frozenset({RoomLabelled, LabelsOrdered})
A_MOMENT: Final = timedelta(minutes=1)
"""What ended so shortly before a label was told has ended by it; whoever is told once too often looks once more."""


async def note(work: Work, entries: Sequence[Entry]) -> None:
    """Let those bodies look again whose part has ended by a label, and those whose rooms they are."""
    moments = [entry.line.at for entry in entries]
    rooms = {fact.room_id for entry in entries if isinstance(fact := entry.line.fact, RoomLabelled)}
    hosts = {
        body
        for entry in entries
        if isinstance(entry.line.fact, LabelsOrdered) and (body := entry.cause.tenant_id) is not None
    }
    found = await work.session.execute(
        select(RoomBody.tenant_id, Room.owner_tenant)
        .join(Room, Room.id == RoomBody.room_id)
        .where(RoomBody.ended_at.between(min(moments) - A_MOMENT, max(moments)), not_(IS_ACROSS))
        .where(or_(among(RoomBody.room_id, rooms), among(Room.owner_tenant, hosts)))
    )
    told: set[UUID] = {body for both in found for body in both}
    for tenant_id in sorted(told):
        for organization_id in await organizations_of(work, tenant_id):
            told_there = PartsChanged(organization_id=organization_id)
            work.state(told_there, by=None, cause=Cause(tenant_id=tenant_id))
