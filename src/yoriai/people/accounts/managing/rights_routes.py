"""HTTP for rights: one's own, those of a person, and what a group says. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import Signed, allowed, stepped_up
from yoriai.people.access.rights import Right
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.leaders.queries import led_units
from yoriai.people.accounts.managing import rights
from yoriai.people.accounts.managing.asked import In
from yoriai.people.accounts.managing.rights import Given, Rights
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["rights"])

MayManage = Annotated[Actor, Depends(allowed("accounts.manage"))]
MayAppoint = Annotated[Actor, Depends(stepped_up("accounts.appoint"))]


class RightsOut(BaseModel):
    """Every right of somebody with its origin, and those who have said a word about this person."""

    rights: list[Given]
    group: str | None
    leads: list[str]
    """The units whose ITリーダー they are."""
    people: dict[UUID, Person]


class RightsIn(In):
    """Rights by name: given, withheld, or (null) left to whoever else has said something."""

    words: dict[Right, bool | None]


class GroupRightsOut(BaseModel):
    """What a group says of rights; of those that are not named it says nothing."""

    words: dict[str, bool]


@router.get("/own-rights")
async def read_own_rights(work: Work, actor: Signed) -> RightsOut:
    return await _shown(work, actor, actor.account_id, await rights.own_rights(work, actor.account_id))


@router.get("/accounts/{account_id}/rights")
async def read_rights(account_id: UUID, work: Work, actor: MayManage) -> RightsOut:
    return await _shown(work, actor, account_id, await rights.rights_of(work, actor, account_id))


@router.put("/accounts/{account_id}/rights", status_code=204)
async def say(account_id: UUID, asked: RightsIn, work: Writes, actor: MayAppoint) -> None:
    await rights.say(work, actor, account_id, asked.words)


@router.get("/account-groups/{group_id}/rights")
async def read_group_rights(group_id: UUID, work: Work, actor: MayManage) -> GroupRightsOut:
    return GroupRightsOut(words=dict(await rights.word_of_group(work, actor, group_id)))


@router.put("/account-groups/{group_id}/rights", status_code=204)
async def say_of_group(group_id: UUID, asked: RightsIn, work: Writes, actor: MayAppoint) -> None:
    await rights.say_of_group(work, actor, group_id, asked.words)


async def _shown(work: Work, actor: Actor, account_id: UUID, found: Rights) -> RightsOut:
    sayers = {each.own_by for each in found.rights if each.own_by is not None}
    people = await people_of(work.session, sayers, actor.redaction_class)
    leads = await led_units(work, account_id)
    return RightsOut(rights=list(found.rights), group=found.group, leads=list(leads), people=people)
