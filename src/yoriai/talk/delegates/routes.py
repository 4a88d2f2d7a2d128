"""HTTP for rooms made on behalf of somebody. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.platform.http.works import Writes
from yoriai.talk.delegates.end import end, end_for
from yoriai.talk.delegates.open import open_for
from yoriai.talk.rooms.routes import OpenedOut, OpenIn, wish_of

router = APIRouter(tags=["delegated_rooms"])
MayEnd = Annotated[Actor, Depends(allowed("delegates.keep"))]
MayManage = Annotated[Actor, Depends(stepped_up("special_posts.manage"))]
MayOpen = Annotated[Actor, Depends(allowed("delegated_rooms.open"))]


@router.post("/principals/{principal_id}/rooms", status_code=201)
async def open_for_principal(principal_id: UUID, asked: OpenIn, actor: MayOpen, work: Writes) -> OpenedOut:
    return OpenedOut(room_id=await open_for(work, actor, principal_id, wish_of(asked)))


@router.delete("/delegates/{delegate_id}", status_code=204)
async def end_delegate(delegate_id: UUID, work: Writes, actor: MayEnd) -> None:
    await end(work, actor, delegate_id)


@router.delete("/special-posts/{special_post_id}/delegates/{delegate_id}", status_code=204)
async def end_delegate_of(special_post_id: UUID, delegate_id: UUID, work: Writes, actor: MayManage) -> None:
    await end_for(work, actor, special_post_id, delegate_id)
