"""HTTP for one's own second factor, for taking a lost one from somebody, and for proving oneself anew."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request

from yoriai.people.access.actor import Actor
from yoriai.people.accounts.history import Act
from yoriai.people.sessions import service
from yoriai.people.sessions.http import Entering, SignedBriefly, stepped_up
from yoriai.people.sessions.second_factor import keep as keeping
from yoriai.people.sessions.second_factor import offer
from yoriai.people.sessions.second_factor.proof import Given, prove_again
from yoriai.people.sessions.second_factor.wire import (
    CodesOut,
    ConfirmBody,
    ConfirmedOut,
    OfferOut,
    ProofBody,
    ResetBody,
    SealedBody,
    offer_shown,
)
from yoriai.people.sessions.wire import EndedOut
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of

router = APIRouter(tags=["second_factor"])

MayKeep = Annotated[Actor, Depends(stepped_up("second_factor.keep", is_setting_up=True))]
MayReset = Annotated[Actor, Depends(stepped_up("second_factor.reset"))]


@router.post("/proof", status_code=204)
async def prove(
    body: ProofBody, actor: SignedBriefly, *, request: Request, works: AllWorks, entrance: Entering
) -> None:
    given = Given(body.password, body.one_time_code)
    await prove_again(works, entrance, cause_of(request), actor, given=given)


@router.post("/second-factor/offer")
async def begin(work: Work, actor: MayKeep, entrance: Entering) -> OfferOut:
    return offer_shown(await offer.begin(work, entrance.key, actor.account_id))


@router.post("/second-factor/confirm")
async def confirm(body: ConfirmBody, work: Work, actor: MayKeep, entrance: Entering) -> ConfirmedOut:
    sealed, codes = offer.confirm(
        entrance.key, actor.account_id, work.now, sealed=body.sealed, code=body.one_time_code
    )
    return ConfirmedOut(sealed=sealed, codes=list(codes))


@router.put("/second-factor")
async def keep(body: SealedBody, work: Writes, actor: MayKeep, entrance: Entering) -> EndedOut:
    """The recovery codes are put away: from now on it counts, and every other session of one's own has ended."""
    act = Act(actor.tenant_id, actor.account_id)
    is_new = await keeping.keep(work, entrance.key, act, actor.account_id, sealed=body.sealed)
    return EndedOut(ended=await service.end_others(work, actor) if is_new else 0)


@router.delete("/second-factor")
async def give_up(work: Writes, actor: MayKeep, entrance: Entering) -> EndedOut:
    return EndedOut(ended=await keeping.give_up(work, actor, entrance.profile))


@router.post("/second-factor/recovery-codes")
async def draw_recovery(work: Writes, actor: MayKeep, entrance: Entering) -> CodesOut:
    return CodesOut(codes=list(await keeping.draw_recovery(work, actor, entrance.key)))


@router.post("/accounts/{account_id}/second-factor/reset", status_code=204)
async def reset(account_id: UUID, body: ResetBody, work: Writes, actor: MayReset) -> None:
    await keeping.reset(work, actor, account_id, reason=body.reason)
