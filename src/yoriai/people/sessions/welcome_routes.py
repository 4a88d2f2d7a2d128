"""HTTP for the first day: oneself as the roster says, that it is over, and what should be corrected."""

from datetime import datetime, timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel, ConfigDict

from yoriai.kit.errors import TooMany
from yoriai.people.access.actor import Actor
from yoriai.people.accounts.cards import Person
from yoriai.people.sessions import welcome
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.http import Entering, Signed, allowed
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of

router = APIRouter(tags=["sessions"])

ASKING = Limit(burst=5, pause=timedelta(minutes=1))
"""Each asking is a line of the person's history: nobody has so many corrections, a machine might (N52)."""
MayManage = Annotated[Actor, Depends(allowed("accounts.manage"))]


class OneselfOut(BaseModel):
    person: Person
    login_id: str
    contact: str


class CorrectionBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    words: str


class CorrectionOut(BaseModel):
    correction_id: UUID
    person: Person
    login_id: str
    words: str
    asked_at: datetime


class CorrectionsOut(BaseModel):
    corrections: list[CorrectionOut]
    next: str | None


@router.get("/welcome")
async def read_oneself(work: Work, actor: Signed) -> OneselfOut:
    found = await welcome.oneself(work, actor)
    return OneselfOut(person=found.person, login_id=found.login_id, contact=found.contact)


@router.put("/welcome", status_code=204)
async def be_welcome(work: Writes, actor: Signed) -> None:
    await welcome.welcomed(work, actor)


@router.post("/corrections", status_code=204)
async def ask_correction(
    body: CorrectionBody, actor: Signed, *, entrance: Entering, works: AllWorks, request: Request
) -> None:
    wait = await entrance.attempts.take(f"correction {actor.account_id}", ASKING, works.now())
    if wait:
        raise TooMany(retry_after=wait)
    async with works.writing(cause_of(request)) as work:
        await welcome.ask_correction(work, actor, body.words)


@router.get("/corrections")
async def read_corrections(work: Work, actor: MayManage, cursor: str | None = None) -> CorrectionsOut:
    page = await welcome.corrections(work, actor, cursor=cursor)
    shown = [
        CorrectionOut(
            correction_id=each.correction_id,
            person=each.person,
            login_id=each.login_id,
            words=each.words,
            asked_at=each.asked_at,
        )
        for each in page.corrections
    ]
    return CorrectionsOut(corrections=shown, next=page.next)


@router.put("/corrections/{correction_id}/settled", status_code=204)
async def settle(correction_id: UUID, work: Writes, actor: MayManage) -> None:
    await welcome.settle(work, actor, correction_id)
