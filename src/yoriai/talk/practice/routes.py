"""HTTP for the room to practise in. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Writes
from yoriai.talk.practice.end import end_practice
from yoriai.talk.practice.open import open_practice

router = APIRouter(prefix="/practice", tags=["practice"])
MayPractise = Annotated[Actor, Depends(allowed("practice.open"))]


class PracticeOut(BaseModel):
    """The room in which to practise."""

    room_id: UUID


@router.post("")
async def open_one(work: Writes, actor: MayPractise) -> PracticeOut:
    return PracticeOut(room_id=await open_practice(work, actor))


@router.delete("", status_code=204)
async def end(work: Writes, actor: MayPractise) -> None:
    await end_practice(work, actor)
