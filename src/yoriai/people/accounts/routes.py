"""HTTP for people: the directory, and stopping an account. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts import directory, service
from yoriai.people.accounts.cards import Person
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["accounts"])

MayRead = Annotated[Actor, Depends(allowed("accounts.read"))]
MaySuspend = Annotated[Actor, Depends(allowed("accounts.suspend"))]


class PeopleOut(BaseModel):
    people: list[Person]
    next: str | None


@router.get("/people")
async def read_people(work: Work, actor: MayRead, q: str = "", cursor: str | None = None) -> PeopleOut:
    page = await directory.page(work, actor, query=q, cursor=cursor)
    return PeopleOut(people=list(page.people), next=page.next)


@router.put("/accounts/{account_id}/suspension", status_code=204)
async def suspend(account_id: UUID, work: Writes, actor: MaySuspend) -> None:
    await service.suspend(work, actor, account_id)


@router.delete("/accounts/{account_id}/suspension", status_code=204)
async def restore(account_id: UUID, work: Writes, actor: MaySuspend) -> None:
    await service.restore(work, actor, account_id)
