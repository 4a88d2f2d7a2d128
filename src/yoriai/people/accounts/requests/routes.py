"""HTTP for requests about accounts. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.requests import answering, asking, queries
from yoriai.people.accounts.requests.door import ANSWER, HANDLE
from yoriai.people.accounts.requests.wire import (
    AcceptedOut,
    AccountRequestIdOut,
    AccountRequestIn,
    AccountRequestsOut,
    DecliningIn,
)
from yoriai.platform.http.works import Work, Writes

ASK = "account_requests.ask"

router = APIRouter(prefix="/account-requests", tags=["account-requests"])
MayAsk = Annotated[Actor, Depends(allowed(ASK))]
MayHandle = Annotated[Actor, Depends(allowed(HANDLE))]
MayAnswer = Annotated[Actor, Depends(allowed(ANSWER))]


@router.get("")
async def read_requests(work: Work, actor: MayAsk, cursor: str | None = None) -> AccountRequestsOut:
    requests, more = await queries.page(work, actor, cursor)
    units = await queries.units(work, actor) if cursor is None else []
    return AccountRequestsOut(requests=requests, units=units, next=more)


@router.post("", status_code=201)
async def ask(asked: AccountRequestIn, work: Writes, actor: MayAsk) -> AccountRequestIdOut:
    key = as_send_key(asked.request_key, field="request_key")
    return AccountRequestIdOut(asking_id=await asking.ask(work, actor, asked.wish(), key))


@router.delete("/{asking_id}", status_code=204)
async def withdraw(asking_id: UUID, work: Writes, actor: MayAsk) -> None:
    await asking.withdraw(work, actor, asking_id)


@router.post("/{asking_id}/passing-on", status_code=204)
async def pass_on(asking_id: UUID, work: Writes, actor: MayHandle) -> None:
    await answering.pass_on(work, actor, asking_id)


@router.post("/{asking_id}/acceptance")
async def accept(asking_id: UUID, work: Writes, actor: MayAnswer) -> AcceptedOut:
    return AcceptedOut(account_id=await answering.accept(work, actor, asking_id))


@router.post("/{asking_id}/refusal", status_code=204)
async def decline(asking_id: UUID, asked: DecliningIn, work: Writes, actor: MayHandle) -> None:
    await answering.decline(work, actor, asking_id, asked.reason)
