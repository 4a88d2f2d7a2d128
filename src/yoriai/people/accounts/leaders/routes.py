"""HTTP for ITリーダー: who they are, making somebody one, and one's own. Routes translate; they do not decide."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.people.accounts.cards import Person, people_of
from yoriai.people.accounts.leaders import queries
from yoriai.people.accounts.leaders.appoint import appoint, dismiss
from yoriai.people.accounts.leaders.queries import Leader, Near
from yoriai.people.accounts.managing.asked import In
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["leaders"])

MayLook = Annotated[Actor, Depends(allowed("leaders.appoint"))]
MayAppoint = Annotated[Actor, Depends(stepped_up("leaders.appoint"))]
MayFind = Annotated[Actor, Depends(allowed("leaders.find"))]


class LeadersOut(BaseModel):
    leaders: list[Leader]
    people: dict[UUID, Person]
    next: str | None


class LeaderIn(In):
    account_id: UUID
    unit_id: UUID


class AppointedOut(BaseModel):
    leader_id: UUID


class NearOut(BaseModel):
    """Whom one may ask, the nearest first; nobody where no ITリーダー was named."""

    leaders: list[Near]
    people: dict[UUID, Person]


@router.get("/leaders")
async def read_leaders(work: Work, actor: MayLook, cursor: str | None = None) -> LeadersOut:
    leaders, more = await queries.page(work, actor, cursor)
    return LeadersOut(leaders=list(leaders), people=await _people(work, actor, leaders), next=more)


@router.post("/leaders", status_code=201)
async def add_leader(asked: LeaderIn, work: Writes, actor: MayAppoint) -> AppointedOut:
    return AppointedOut(leader_id=await appoint(work, actor, asked.account_id, asked.unit_id))


@router.delete("/leaders/{leader_id}", status_code=204)
async def remove_leader(leader_id: UUID, work: Writes, actor: MayAppoint) -> None:
    await dismiss(work, actor, leader_id)


@router.get("/own-leaders")
async def read_own_leaders(work: Work, actor: MayFind) -> NearOut:
    leaders = await queries.near(work, actor)
    return NearOut(leaders=list(leaders), people=await _people(work, actor, leaders))


async def _people(work: Work, actor: Actor, leaders: Sequence[Leader] | Sequence[Near]) -> dict[UUID, Person]:
    return await people_of(work.session, {each.account_id for each in leaders}, actor.redaction_class)
