"""HTTP for the words that somebody watches for. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.watchwords import service
from yoriai.talk.watchwords.wire import WatchwordIn, WatchwordOut, WatchwordsOut

router = APIRouter(prefix="/watchwords", tags=["watchwords"])
MayKeep = Annotated[Actor, Depends(allowed("watchwords.keep"))]


@router.get("")
async def read_watchwords(work: Work, actor: MayKeep) -> WatchwordsOut:
    return await service.words(work, actor)


@router.post("", status_code=201)
async def watch_for(asked: WatchwordIn, work: Writes, actor: MayKeep) -> WatchwordOut:
    return await service.watch(work, actor, asked.word)


@router.delete("/{watchword_id}", status_code=204)
async def forget_word(watchword_id: UUID, work: Writes, actor: MayKeep) -> None:
    await service.forget(work, actor, watchword_id)
