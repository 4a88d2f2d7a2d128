"""HTTP for opening the account of a unit and for who speaks in its name. Whoever is named sits in its talks with the
same commit, and whoever is taken out with the same commit no more. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, Field

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import stepped_up
from yoriai.people.accounts.department_accounts import service
from yoriai.people.accounts.managing.asked import In
from yoriai.platform.http.works import Writes
from yoriai.talk.rooms import holding

router = APIRouter(prefix="/department-accounts", tags=["department_accounts"])

MayManage = Annotated[Actor, Depends(stepped_up("department_accounts.manage"))]


class DepartmentAccountIn(In):
    unit_id: UUID
    name: str = Field(max_length=200)


class DepartmentAccountOut(BaseModel):
    account_id: UUID


class SpeakerIn(In):
    account_id: UUID


class SpeakerOut(BaseModel):
    speaker_id: UUID


@router.post("", status_code=201)
async def open_department_account(
    asked: DepartmentAccountIn, work: Writes, actor: MayManage
) -> DepartmentAccountOut:
    account_id = await service.open_for(work, actor, asked.unit_id, asked.name)
    await holding.follow(work, {account_id}, by=actor.account_id)
    return DepartmentAccountOut(account_id=account_id)


@router.delete("/{department_account_id}", status_code=204)
async def close_department_account(department_account_id: UUID, work: Writes, actor: MayManage) -> None:
    gone = await service.close(work, actor, department_account_id)
    await holding.follow(work, {department_account_id}, by=actor.account_id)
    service.renew(work, actor, gone)


@router.post("/{department_account_id}/speakers", status_code=201)
async def add_speaker(
    department_account_id: UUID, asked: SpeakerIn, work: Writes, actor: MayManage
) -> SpeakerOut:
    speaker_id, is_new = await service.name_speaker(work, actor, department_account_id, asked.account_id)
    await holding.follow(work, {department_account_id}, by=actor.account_id)
    service.renew(work, actor, (asked.account_id,) if is_new else ())
    return SpeakerOut(speaker_id=speaker_id)


@router.delete("/{department_account_id}/speakers/{speaker_id}", status_code=204)
async def remove_speaker(
    department_account_id: UUID, speaker_id: UUID, work: Writes, actor: MayManage
) -> None:
    gone = await service.remove_speaker(work, actor, department_account_id, speaker_id)
    await holding.follow(work, {department_account_id}, by=actor.account_id)
    service.renew(work, actor, (gone,))
