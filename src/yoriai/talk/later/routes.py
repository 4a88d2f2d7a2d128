"""HTTP for what somebody keeps for later. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.later import keep, queries
from yoriai.talk.later.wire import LaterIn, LatersOut
from yoriai.talk.rooms.http import Here

PATH = "/rooms/{room_id}/messages/{message_id}/later"

router = APIRouter(tags=["later"])
MayKeep = Annotated[Actor, Depends(allowed("later.keep"))]
keeps = Depends(allowed("later.keep"))


@router.get("/later")
async def read_later(
    actor: MayKeep,
    work: Work,
    *,
    done: bool = False,
    organization: UUID | None = None,
    cursor: str | None = None,
) -> LatersOut:
    return await queries.kept_by(work, actor, are_done=done, organization=organization, cursor=cursor)


@router.put(PATH, status_code=204, dependencies=[keeps])
async def keep_one(message_id: UUID, asked: LaterIn, work: Writes, here: Here) -> None:
    await keep.keep(work, here, message_id, asked.remind_at)


@router.delete(PATH, status_code=204, dependencies=[keeps])
async def let_one_go(message_id: UUID, work: Writes, here: Here) -> None:
    await keep.let_go(work, here, message_id)


@router.put(f"{PATH}/done", status_code=204, dependencies=[keeps])
async def finish_one(message_id: UUID, work: Writes, here: Here) -> None:
    await keep.finish(work, here, message_id, is_done=True)


@router.delete(f"{PATH}/done", status_code=204, dependencies=[keeps])
async def take_one_up(message_id: UUID, work: Writes, here: Here) -> None:
    await keep.finish(work, here, message_id, is_done=False)
