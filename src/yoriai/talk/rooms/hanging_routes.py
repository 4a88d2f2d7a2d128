"""HTTP for what hangs on people, beside the previews of what is done to them. It decides nothing."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work
from yoriai.talk.rooms.hanging import Hanging, hanging_on

router = APIRouter(tags=["rooms"])
MayManage = Annotated[Actor, Depends(allowed("accounts.manage"))]


class HangingIn(BaseModel):
    """Whose: by ids, by employee numbers, or both."""

    model_config = ConfigDict(extra="forbid")

    accounts: list[UUID] = Field(default=[], max_length=500)
    numbers: list[str] = Field(default=[], max_length=500)


class HangingOut(BaseModel):
    people: list[Hanging]


@router.post("/accounts/changes/hanging")
async def read_hanging(asked: HangingIn, work: Work, actor: MayManage) -> HangingOut:
    return HangingOut(people=list(await hanging_on(work, actor, asked.accounts, asked.numbers)))
