"""HTTP for presence: who is there, and saying so oneself. Routes translate; they do not decide."""

from datetime import timedelta
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query, Request
from pydantic import AwareDatetime, BaseModel, ConfigDict

from yoriai.kit.errors import TooMany
from yoriai.people.access.actor import Actor
from yoriai.people.presence import look, tell
from yoriai.people.presence.look import PresenceOut
from yoriai.people.presence.policy import State, Whereabouts
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.http import Entering, allowed
from yoriai.platform.http.works import AllWorks, Work, cause_of

MOST_ASKED = 200
SAYING = Limit(burst=10, pause=timedelta(seconds=3))
"""Nobody changes between desk and meeting ten times in half a minute; a machine might (N58)."""

router = APIRouter(prefix="/presence", tags=["presence"])
MayRead = Annotated[Actor, Depends(allowed("accounts.read"))]
MaySet = Annotated[Actor, Depends(allowed("presence.set"))]


class PresencesOut(BaseModel):
    """Those of the people asked about whom the asker may know of."""

    people: list[PresenceOut]


class PresenceIn(BaseModel):
    """What somebody says of themselves; nothing, to leave it to when they last used Yoriai."""

    model_config = ConfigDict(extra="forbid")

    state: State | None
    until: AwareDatetime | None = None


class WhereaboutsIn(BaseModel):
    """Where somebody works today; nothing, to say so no longer."""

    model_config = ConfigDict(extra="forbid")

    place: Whereabouts | None


@router.get("")
async def read_presences(
    work: Work, actor: MayRead, accounts: Annotated[list[UUID], Query(max_length=MOST_ASKED)]
) -> PresencesOut:
    return PresencesOut(people=await look.look(work, actor, set(accounts)))


@router.put("", status_code=204)
async def say(
    asked: PresenceIn, actor: MaySet, entrance: Entering, works: AllWorks, request: Request
) -> None:
    await at_a_measured_pace(actor, entrance, works)
    async with works.writing(cause_of(request)) as work:
        await tell.tell(work, actor, asked.state, asked.until)


@router.put("/place", status_code=204)
async def say_place(
    asked: WhereaboutsIn, actor: MaySet, entrance: Entering, works: AllWorks, request: Request
) -> None:
    await at_a_measured_pace(actor, entrance, works)
    async with works.writing(cause_of(request)) as work:
        await tell.tell_place(work, actor, asked.place)


async def at_a_measured_pace(actor: Actor, entrance: Entering, works: AllWorks) -> None:
    """Refuse what no hand could press so often."""
    wait = await entrance.attempts.take(f"presence {actor.account_id}", SAYING, works.now())
    if wait:
        raise TooMany(retry_after=wait)
