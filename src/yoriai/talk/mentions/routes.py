"""HTTP for what can be named in a room and what of it calls one. Routes translate; they do not decide."""

from fastapi import APIRouter, Depends

from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.mentions import choose, queries
from yoriai.talk.mentions.wire import NameableOut, NotifyIn
from yoriai.talk.rooms.http import Here

router = APIRouter(prefix="/rooms/{room_id}", tags=["mentions"])


@router.get("/nameable", dependencies=[Depends(allowed("mentions.read"))])
async def read_nameable(work: Work, here: Here) -> NameableOut:
    return await queries.nameable(work, here)


@router.put("/notify", status_code=204, dependencies=[Depends(allowed("mentions.choose"))])
async def choose_notify(asked: NotifyIn, work: Writes, here: Here) -> None:
    await choose.choose(work, here, None if asked.notify == "usual" else asked.notify)
