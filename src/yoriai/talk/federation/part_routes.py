"""HTTP for the parts that one's own body has in rooms of others. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.federation import asking, join, members, queries
from yoriai.talk.federation.join import Terms
from yoriai.talk.federation.wire import (
    AskedForOut,
    AskedForRoomsOut,
    AskIn,
    PartPeopleOut,
    PartsOut,
    PeopleIn,
    TermsIn,
)

router = APIRouter(tags=["federation"])
MayJoin = Annotated[Actor, Depends(allowed("federation.join"))]
MayManage = Annotated[Actor, Depends(allowed("federation.manage"))]


@router.get("/federation")
async def read_parts(work: Work, actor: MayJoin, cursor: str | None = None) -> PartsOut:
    return await queries.own_parts(work, actor, cursor)


@router.post("/federation", status_code=204)
async def ask(asked: AskIn, work: Writes, actor: MayManage) -> None:
    await asking.ask(work, actor, asked.room_id, words=asked.words, contact=asked.contact)


@router.get("/bodies/{tenant_id}/rooms")
async def read_rooms(tenant_id: UUID, work: Work, actor: MayManage) -> AskedForRoomsOut:
    found = await asking.rooms_of(work, actor, tenant_id)
    return AskedForRoomsOut(rooms=[AskedForOut(**each._asdict()) for each in found])


@router.put("/federation/{part_id}", status_code=204)
async def accept(part_id: UUID, asked: TermsIn, work: Writes, actor: MayJoin) -> None:
    terms = Terms(asked.department_id, asked.manager_id, asked.contact)
    await join.accept(work, actor, part_id, terms)


@router.delete("/federation/{part_id}", status_code=204)
async def leave(part_id: UUID, work: Writes, actor: MayJoin) -> None:
    await join.leave(work, actor, part_id)


@router.get("/federation/{part_id}/people")
async def read_people(part_id: UUID, work: Work, actor: MayJoin, cursor: str | None = None) -> PartPeopleOut:
    return await queries.own_people(work, actor, part_id, cursor)


@router.post("/federation/{part_id}/people", status_code=204)
async def bring(part_id: UUID, asked: PeopleIn, work: Writes, actor: MayJoin) -> None:
    await members.bring(work, actor, part_id, asked.accounts)


@router.delete("/federation/{part_id}/people/{account_id}", status_code=204)
async def take_out(part_id: UUID, account_id: UUID, work: Writes, actor: MayJoin) -> None:
    await members.take_out(work, actor, part_id, account_id)
