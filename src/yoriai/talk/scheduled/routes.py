"""HTTP for messages with a time. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import AllWorks, Work, Writes
from yoriai.talk.rooms.http import Here
from yoriai.talk.scheduled import jobs, service
from yoriai.talk.scheduled.wire import RescheduleIn, ScheduledList, ScheduledOut, ScheduleIn

router = APIRouter(tags=["scheduled"])
posts = allowed("messages.post")
MayPost = Annotated[Actor, Depends(posts)]


@router.get("/scheduled")
async def read_scheduled(work: Work, actor: MayPost) -> ScheduledList:
    return await service.waiting(work, actor)


@router.post("/rooms/{room_id}/scheduled", dependencies=[Depends(posts)])
async def schedule(asked: ScheduleIn, work: Writes, here: Here, works: AllWorks) -> ScheduledOut:
    return await service.schedule(works, work, here, asked)


@router.put("/scheduled/{scheduled_id}")
async def reschedule(
    scheduled_id: UUID, asked: RescheduleIn, work: Writes, actor: MayPost, works: AllWorks
) -> ScheduledOut:
    return await service.reschedule(works, work, actor, scheduled_id, asked=asked)


@router.post("/scheduled/{scheduled_id}/sending", status_code=204)
async def send_now(scheduled_id: UUID, work: Writes, actor: MayPost, works: AllWorks) -> None:
    await jobs.send_now(works, work, actor, scheduled_id)


@router.delete("/scheduled/{scheduled_id}", status_code=204)
async def give_up(scheduled_id: UUID, work: Writes, actor: MayPost) -> None:
    await service.give_up(work, actor, scheduled_id)
