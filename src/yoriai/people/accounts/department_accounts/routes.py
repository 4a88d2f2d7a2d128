"""HTTP for the accounts of units. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.department_accounts import authorized, queries, service
from yoriai.people.accounts.department_accounts.authorized import Own
from yoriai.people.accounts.department_accounts.queries import OfUnit
from yoriai.people.accounts.managing.asked import In
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["department_accounts"])

MayFind = Annotated[Actor, Depends(allowed("department_accounts.find"))]
MayLook = Annotated[Actor, Depends(allowed("department_accounts.manage"))]
MayManage = Annotated[Actor, Depends(stepped_up("department_accounts.manage"))]


class OwnOut(BaseModel):
    """In whose names one may speak; nobody's for nearly everybody."""

    accounts: list[Own]


class DepartmentAccountsOut(BaseModel):
    accounts: list[OfUnit]
    people: dict[UUID, Person]
    next: str | None


class DepartmentAccountIn(In):
    unit_id: UUID
    name: str = Field(max_length=200)


class OpenedOut(BaseModel):
    account_id: UUID


class SpeakerIn(In):
    account_id: UUID


class SpeakerOut(BaseModel):
    speaker_id: UUID


@router.get("/own-department-accounts")
async def read_own(work: Work, actor: MayFind) -> OwnOut:
    return OwnOut(accounts=list(await authorized.own(work, actor)))


@router.get("/department-accounts")
async def read_department_accounts(
    work: Work, actor: MayLook, cursor: str | None = None
) -> DepartmentAccountsOut:
    accounts, more = await queries.page(work, actor, cursor)
    ids = {speaker.account_id for each in accounts for speaker in each.speakers}
    people = await people_of(work.session, ids, actor.redaction_class)
    return DepartmentAccountsOut(accounts=list(accounts), people=people, next=more)


@router.post("/department-accounts", status_code=201)
async def open_department_account(asked: DepartmentAccountIn, work: Writes, actor: MayManage) -> OpenedOut:
    return OpenedOut(account_id=await service.open_for(work, actor, asked.unit_id, asked.name))


@router.delete("/department-accounts/{department_account_id}", status_code=204)
async def close_department_account(department_account_id: UUID, work: Writes, actor: MayManage) -> None:
    await service.close(work, actor, department_account_id)


@router.post("/department-accounts/{department_account_id}/speakers", status_code=201)
async def add_speaker(
    department_account_id: UUID, asked: SpeakerIn, work: Writes, actor: MayManage
) -> SpeakerOut:
    speaker_id = await service.name_speaker(work, actor, department_account_id, asked.account_id)
    return SpeakerOut(speaker_id=speaker_id)


@router.delete("/department-accounts/{department_account_id}/speakers/{speaker_id}", status_code=204)
async def remove_speaker(
    department_account_id: UUID, speaker_id: UUID, work: Writes, actor: MayManage
) -> None:
    await service.remove_speaker(work, actor, department_account_id, speaker_id)
