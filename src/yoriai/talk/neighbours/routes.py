"""HTTP for finding people of other bodies, and for being found. Routes translate; they do not decide."""

from datetime import timedelta
from typing import Annotated

from fastapi import APIRouter, Depends

from yoriai.kit.errors import TooMany
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.sessions.attempts import Limit
from yoriai.people.sessions.http import Entering
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.neighbours import find, own
from yoriai.talk.neighbours.between import between
from yoriai.talk.neighbours.wire import BetweenOut, FindableIn, NeighbourOut, NeighboursOut, OwnFindableOut

router = APIRouter(prefix="/neighbours", tags=["neighbours"])
MayFind = Annotated[Actor, Depends(allowed("neighbours.find"))]
Staff = Annotated[Actor, Depends(allowed("accounts.read"))]
"""Whoever may find nobody any more still sees their own word, and takes it back."""
SEARCHES = Limit(burst=30, pause=timedelta(seconds=60))
"""Of one person, and one more each minute: enough to find whom one means, too little to write down a city (A12)."""


@router.get("")
async def read_own(work: Work, actor: Staff) -> OwnFindableOut:
    return OwnFindableOut.model_validate(await own.own(work, actor))


@router.put("", status_code=204)
async def choose_own(asked: FindableIn, work: Writes, actor: Staff) -> None:
    await own.choose(work, actor, findable=asked.findable)


@router.get("/people")
async def find_people(work: Work, actor: MayFind, entrance: Entering, q: str = "") -> NeighboursOut:
    wait = await entrance.attempts.take(f"neighbours {actor.account_id}", SEARCHES, work.now)
    if wait:
        raise TooMany(retry_after=wait)
    found = await find.find(work, actor, q)
    stands = await between(work, actor, [each.account_id for each in found])
    return NeighboursOut(
        people=[
            NeighbourOut(
                account_id=each.account_id,
                family=each.family,
                given=each.given,
                job_title=each.job_title,
                tenant_name=each.tenant_name,
                department=each.department,
                between=BetweenOut.model_validate(stands[each.account_id]),
            )
            for each in found
        ]
    )
