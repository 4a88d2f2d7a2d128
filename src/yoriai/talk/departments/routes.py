"""HTTP for the time of a handover: one's own rooms, who reads on in one, and ending it. Routes translate."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.departments import handover, page
from yoriai.talk.departments.wire import FormerPageOut, FormerRoomsOut, PredecessorsOut
from yoriai.talk.rooms.handover import Predecessor, look_back
from yoriai.talk.rooms.http import Here

router = APIRouter(tags=["departments"])
MayRead = Annotated[Actor, Depends(allowed("messages.read"))]
MaySet = Annotated[Actor, Depends(allowed("orgs.settings"))]


async def _former(room_id: UUID, actor: MayRead, work: Work) -> Predecessor:
    """The asker as they read on in the room of the path; strangers and its members get 404."""
    return await look_back(work, actor, room_id)


@router.get("/handovers/own")
async def read_former_rooms(work: Work, actor: MayRead) -> FormerRoomsOut:
    return await page.former_rooms(work, actor)


@router.get("/rooms/{room_id}/handover")
async def read_former_room(
    work: Work, here: Annotated[Predecessor, Depends(_former)], cursor: str | None = None
) -> FormerPageOut:
    return await page.read(work, here, cursor)


@router.get("/rooms/{room_id}/handovers", dependencies=[Depends(allowed("rooms.read"))])
async def read_predecessors(work: Work, here: Here, cursor: str | None = None) -> PredecessorsOut:
    return await page.of_room(work, here, cursor)


@router.get("/handovers")
async def read_handovers(work: Work, actor: MaySet, cursor: str | None = None) -> PredecessorsOut:
    return await page.of_body(work, actor, cursor)


@router.delete("/handovers/{handover_id}", status_code=204)
async def end_one(handover_id: UUID, work: Writes, actor: MaySet) -> None:
    await handover.end(work, actor, handover_id)
