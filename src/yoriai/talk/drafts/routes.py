"""HTTP for drafts. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.drafts import service
from yoriai.talk.drafts.wire import DraftIn, DraftTold, RoomDrafts
from yoriai.talk.rooms.http import Here

router = APIRouter(tags=["drafts"])
keeps = allowed("drafts.keep")
MayKeep = Annotated[Actor, Depends(keeps)]


@router.get("/drafts")
async def read_drafts(work: Work, actor: MayKeep) -> RoomDrafts:
    return await service.drafts_of(work, actor)


@router.put("/rooms/{room_id}/draft", dependencies=[Depends(keeps)])
async def keep_draft(asked: DraftIn, work: Writes, here: Here) -> DraftTold:
    return await service.keep(work, here, asked)


@router.delete("/rooms/{room_id}/draft/aside/{version}", dependencies=[Depends(keeps)])
async def drop_aside(version: str, work: Writes, here: Here, thread: UUID | None = None) -> DraftTold:
    return await service.drop(work, here, version, thread)
