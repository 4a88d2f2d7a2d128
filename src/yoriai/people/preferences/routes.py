"""HTTP for a person's own choices. Routes translate; they do not decide."""

from typing import Annotated

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.preferences import choose
from yoriai.people.preferences.wire import PreferencesIn, PreferencesOut
from yoriai.platform.http.works import Work, Writes

router = APIRouter(prefix="/preferences", tags=["preferences"])
MayChoose = Annotated[Actor, Depends(allowed("preferences.set"))]


@router.get("")
async def read_preferences(work: Work, actor: MayChoose) -> PreferencesOut:
    return await choose.chosen(work, actor)


@router.patch("", status_code=204)
async def choose_preferences(asked: PreferencesIn, work: Writes, actor: MayChoose) -> None:
    await choose.choose(work, actor, asked.model_dump(exclude_none=True))
