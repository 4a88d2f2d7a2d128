"""HTTP for inspections. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.platform.http.works import Work, Writes
from yoriai.watch.audit.inspections import answering, asking, ending, queries, reading
from yoriai.watch.audit.inspections.asking import Wish
from yoriai.watch.audit.inspections.queries import MAY_ASK
from yoriai.watch.audit.inspections.wire import (
    InspectableRoom,
    InspectableRoomsOut,
    InspectedPageOut,
    InspectionIdOut,
    InspectionIn,
    InspectionsOut,
    RefusalIn,
)

MOST_ORDINAL = 1 << 62

router = APIRouter(prefix="/inspections", tags=["inspections"])
MayLook = Annotated[Actor, Depends(allowed("audit.read"))]
MayAsk = Annotated[Actor, Depends(allowed(MAY_ASK))]
Proved = Annotated[Actor, Depends(stepped_up(MAY_ASK))]


@router.get("")
async def read_inspections(work: Work, actor: MayLook, cursor: str | None = None) -> InspectionsOut:
    return await queries.page(work, actor, cursor)


@router.get("/rooms")
async def find_rooms(work: Work, actor: MayAsk, q: str, cursor: str | None = None) -> InspectableRoomsOut:
    found = await asking.find_rooms(work, actor, q, cursor)
    return InspectableRoomsOut(rooms=[InspectableRoom.of(room) for room in found.rooms], next=found.next)


@router.post("", status_code=201)
async def ask(asked: InspectionIn, work: Writes, actor: Proved) -> InspectionIdOut:
    wish = Wish(**asked.model_dump())
    return InspectionIdOut(inspection_id=(await asking.ask(work, actor, wish)).id)


@router.delete("/{inspection_id}", status_code=204)
async def withdraw(inspection_id: UUID, work: Writes, actor: MayAsk) -> None:
    await asking.withdraw(work, actor, inspection_id)


@router.post("/{inspection_id}/approval", status_code=204)
async def approve(inspection_id: UUID, work: Writes, actor: Proved) -> None:
    await answering.approve(work, actor, inspection_id)


@router.post("/{inspection_id}/refusal", status_code=204)
async def refuse(inspection_id: UUID, asked: RefusalIn, work: Writes, actor: MayAsk) -> None:
    await answering.refuse(work, actor, inspection_id, asked.reason)


@router.post("/{inspection_id}/end", status_code=204)
async def close(inspection_id: UUID, work: Writes, actor: MayAsk) -> None:
    await ending.close(work, actor, inspection_id)


@router.post("/{inspection_id}/pages")
async def read_page(
    inspection_id: UUID,
    work: Writes,
    actor: MayAsk,
    after: Annotated[int | None, Query(ge=0, le=MOST_ORDINAL)] = None,
) -> InspectedPageOut:
    """A page. It is asked for by POST, for it leaves a row in the log before it leaves."""
    return await reading.read(work, actor, inspection_id, after)
