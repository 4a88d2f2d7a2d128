"""HTTP for delegates. Routes translate; they do not decide."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.delegates import mandates, service
from yoriai.people.accounts.delegates.mandates import Mandate
from yoriai.people.accounts.managing.asked import In
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["delegates"])

MayLook = Annotated[Actor, Depends(allowed("delegates.keep"))]
MayName = Annotated[Actor, Depends(stepped_up("delegates.keep"))]


class DelegatesOut(BaseModel):
    """Who acts for whoever asks, and for whom they act themselves."""

    delegates: list[Mandate]
    principals: list[Mandate]
    people: dict[UUID, Person]


class DelegateIn(In):
    account_id: UUID
    until: date | None = None


class DelegateOut(BaseModel):
    delegate_id: UUID


@router.get("/delegates")
async def read_delegates(work: Work, actor: MayLook) -> DelegatesOut:
    delegates = await mandates.kept_by(work, actor.account_id)
    principals = await mandates.named(work, actor)
    ids = {each.person_id for each in delegates} | {each.principal_id for each in principals}
    people = await people_of(work.session, ids, actor.redaction_class)
    return DelegatesOut(delegates=list(delegates), principals=list(principals), people=people)


@router.post("/delegates", status_code=201)
async def name_delegate(asked: DelegateIn, work: Writes, actor: MayName) -> DelegateOut:
    return DelegateOut(delegate_id=await service.name(work, actor, asked.account_id, until=asked.until))


@router.put("/delegates/{delegate_id}/unread", status_code=204)
async def show_unread(delegate_id: UUID, work: Writes, actor: MayName) -> None:
    await service.show_unread(work, actor, delegate_id, shown=True)


@router.delete("/delegates/{delegate_id}/unread", status_code=204)
async def hide_unread(delegate_id: UUID, work: Writes, actor: MayLook) -> None:
    await service.show_unread(work, actor, delegate_id, shown=False)
