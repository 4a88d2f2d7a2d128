"""HTTP for asking people of other bodies for a talk, answering, and blocking. Routes translate; they do not decide."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.kit.errors import TooMany
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.http import Entering
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.neighbours import answer, ask, asks, blocking
from yoriai.talk.neighbours.wire import (
    AskIn,
    AskingOut,
    AskingsOut,
    BetweenOut,
    BlockedListOut,
    BlockedOut,
    SentAsksOut,
    SentOut,
    TalkOut,
)

router = APIRouter(prefix="/neighbours", tags=["neighbours"])
MayAsk = Annotated[Actor, Depends(allowed("neighbours.ask"))]
TRIES = Limit(burst=30, pause=timedelta(seconds=60))
"""Of one person: whoever asks for made-up people learns nothing, and not often (A12)."""


@router.get("/asks")
async def read_asks(work: Work, actor: MayAsk, cursor: str | None = None) -> AskingsOut:
    found, more = await asks.to_answer(work, actor, cursor)
    return AskingsOut(asks=[AskingOut.model_validate(each) for each in found], next=more)


@router.post("/asks")
async def ask_one(asked: AskIn, work: Writes, actor: MayAsk, entrance: Entering) -> BetweenOut:
    wait = await entrance.attempts.take(f"neighbours.ask {actor.account_id}", TRIES, work.now)
    if wait:
        raise TooMany(retry_after=wait)
    return BetweenOut.model_validate(await ask.ask(work, actor, asked.account_id, asked.words))


@router.put("/asks/{ask_id}")
async def accept(ask_id: UUID, work: Writes, actor: MayAsk) -> TalkOut:
    return TalkOut(room_id=await answer.accept(work, actor, ask_id))


@router.delete("/asks/{ask_id}", status_code=204)
async def decline(ask_id: UUID, work: Writes, actor: MayAsk) -> None:
    await answer.decline(work, actor, ask_id)


@router.get("/sent-asks")
async def read_sent(work: Work, actor: MayAsk) -> SentAsksOut:
    return SentAsksOut(sent=[SentOut.model_validate(each) for each in await asks.sent(work, actor)])


@router.delete("/sent-asks/{person_id}", status_code=204)
async def withdraw(person_id: UUID, work: Writes, actor: MayAsk) -> None:
    await ask.withdraw(work, actor, person_id)


@router.get("/blocked")
async def read_blocked(work: Work, actor: MayAsk, cursor: str | None = None) -> BlockedListOut:
    found, more = await asks.blocked(work, actor, cursor)
    return BlockedListOut(blocked=[BlockedOut.model_validate(each) for each in found], next=more)


@router.put("/blocked/{person_id}", status_code=204)
async def block(person_id: UUID, work: Writes, actor: MayAsk) -> None:
    await blocking.block(work, actor, person_id)


@router.delete("/blocked/{person_id}", status_code=204)
async def unblock(person_id: UUID, work: Writes, actor: MayAsk) -> None:
    await blocking.unblock(work, actor, person_id)
