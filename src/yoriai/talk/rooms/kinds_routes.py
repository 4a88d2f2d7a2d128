"""HTTP for rooms that are not made by hand: direct talks, one's own notes, and open rooms. Routes decide nothing."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.rooms import open_rooms
from yoriai.talk.rooms.direct import open_direct
from yoriai.talk.rooms.open_rooms import OpenRoom
from yoriai.talk.rooms.own import open_own
from yoriai.talk.rooms.routes import OpenedOut

router = APIRouter(tags=["rooms"])
MayJoin = Annotated[Actor, Depends(allowed("rooms.join"))]
MayWriteTo = Annotated[Actor, Depends(allowed("rooms.write_to"))]
MayKeepNotes = Annotated[Actor, Depends(allowed("rooms.keep_notes"))]


class DirectIn(BaseModel):
    """With whom to talk."""

    model_config = ConfigDict(extra="forbid")

    account_id: UUID
    organization_id: UUID | None = None


class OpenRoomsOut(BaseModel):
    """Some open rooms, and where the list goes on."""

    rooms: list[OpenRoom]
    next: str | None


@router.post("/direct-rooms")
async def open_with(asked: DirectIn, work: Writes, actor: MayWriteTo) -> OpenedOut:
    return OpenedOut(room_id=await open_direct(work, actor, asked.account_id, asked.organization_id))


@router.post("/own-room")
async def open_notes(work: Writes, actor: MayKeepNotes) -> OpenedOut:
    return OpenedOut(room_id=await open_own(work, actor))


@router.get("/open-rooms")
async def list_open(
    work: Work, actor: MayJoin, *, q: str = "", organization: UUID | None = None, cursor: str | None = None
) -> OpenRoomsOut:
    found = await open_rooms.page(work, actor, query=q, organization=organization, cursor=cursor)
    return OpenRoomsOut(rooms=list(found.rooms), next=found.next)


@router.put("/rooms/{room_id}/own-membership", status_code=204)
async def join(room_id: UUID, work: Writes, actor: MayJoin) -> None:
    await open_rooms.join(work, actor, room_id)
