"""HTTP for leaving the seat, coming back, and a new password of one's own. Routes translate; they do not decide."""

from fastapi import APIRouter, Request

from yoriai.people.sessions import lock
from yoriai.people.sessions.change_password import Change, change_password
from yoriai.people.sessions.here import here
from yoriai.people.sessions.http import Entering, HolderBriefly, Signed, SignedBriefly
from yoriai.people.sessions.wire import EndedOut, PasswordBody, SignedInOut, UnlockBody
from yoriai.platform.http.works import AllWorks, Writes, cause_of

router = APIRouter(tags=["sessions"])


@router.post("/lock", status_code=204)
async def leave_seat(work: Writes, actor: Signed) -> None:
    await lock.lock(work, actor)


@router.post("/unlock")
async def come_back(
    body: UnlockBody, holder: HolderBriefly, *, request: Request, works: AllWorks, entrance: Entering
) -> SignedInOut:
    cause = cause_of(request)
    await lock.unlock(works, entrance, cause, holder, password=body.password)
    async with works.reading(cause) as work:
        return SignedInOut(account_id=holder.account_id, here=await here(work, holder.account_id))


@router.put("/password")
async def choose_password(
    body: PasswordBody, actor: SignedBriefly, *, request: Request, works: AllWorks, entrance: Entering
) -> EndedOut:
    change = Change(body.password, body.new_password, body.end_others)
    return EndedOut(ended=await change_password(works, entrance, cause_of(request), actor, change=change))
