"""HTTP for signing in and out. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response

from yoriai.kit.errors import SignedOut
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import queries as orgs
from yoriai.people.sessions import known, security, service
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.people.sessions.here import BarredHere, Here, barred, farewell, here
from yoriai.people.sessions.http import Entering, EvenLocked, allowed
from yoriai.people.sessions.lock import Away, away
from yoriai.people.sessions.porch import claim_of
from yoriai.people.sessions.second_factor.cookies import half_way, signed_in, take_along
from yoriai.people.sessions.sign_in import SecondFactorNeeded, sign_in
from yoriai.people.sessions.wire import (
    EndedOut,
    EntranceOut,
    SessionsOut,
    SignedInOut,
    SignInBody,
    TenantOut,
    sessions_shown,
)
from yoriai.platform.http.request import zone_of
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of

PROTOCOL = 1

router = APIRouter(tags=["sessions"])

MayRead = Annotated[Actor, Depends(allowed("sessions.read"))]
MayEnd = Annotated[Actor, Depends(allowed("sessions.end"))]


@router.get("/entrance")
async def read_entrance(request: Request, work: Work, entrance: Entering) -> EntranceOut:
    """What the sign-in screen must know before anybody has signed in."""
    tenant = await orgs.only_tenant(work)
    present, locked, shut_out = await _who_is_there(request, work, entrance)
    return EntranceOut(
        zone=zone_of(request),
        tenant=TenantOut(code=tenant.code, name=tenant.name) if tenant else None,
        contact=tenant.contact if tenant else "",
        protocol=PROTOCOL,
        signed_in=present is not None,
        here=present,
        locked=locked,
        barred=shut_out,
        farewell=None
        if present or locked or shut_out
        else await farewell(work, request.scope["knock"].cookie(COOKIE)),
    )


async def _who_is_there(
    request: Request, work: Work, entrance: Entering
) -> tuple[Here | None, Away | None, BarredHere | None]:
    try:
        found = await entrance.holder(work, request.scope["knock"])
    except SignedOut:
        return None, None, None
    actor = found.actor
    if not found.is_let_in:
        return None, None, await barred(work, actor)
    if found.is_locked:
        return None, await away(work, actor, is_showing=bool(found.showing)), None
    entrance.used(actor, work)
    return await here(work, actor.account_id), None, None


@router.post("/sign-in", response_model=SignedInOut)
async def enter(
    body: SignInBody, request: Request, response: Response, works: AllWorks, entrance: Entering
) -> SignedInOut | Response:
    claim = claim_of(request.scope["knock"], body)
    try:
        opened = await sign_in(works, entrance, cause_of(request), claim)
    except SecondFactorNeeded as needed:
        return half_way(request, entrance, needed)
    take_along(response, opened, known.with_mark(entrance.key, claim.whose, claim.known))
    return await signed_in(works, opened)


@router.post("/sign-out", status_code=204)
async def leave(work: Writes, actor: EvenLocked, response: Response) -> None:
    await service.end_session(work, actor, actor.session_id)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    response.headers["clear-site-data"] = (
        '"cache"'  # not "storage": what was written and not yet sent stays (N41)
    )


@router.get("/sessions")
async def read_sessions(work: Work, actor: MayRead) -> SessionsOut:
    found = await security.open_sessions(work, actor.account_id)
    return SessionsOut(sessions=sessions_shown(found, actor.session_id))


@router.delete("/sessions")
async def end_others(work: Writes, actor: MayEnd) -> EndedOut:
    return EndedOut(ended=await service.end_others(work, actor))


@router.delete("/sessions/{session_id}", status_code=204)
async def end(session_id: UUID, work: Writes, actor: MayEnd) -> None:
    await service.end_session(work, actor, session_id)
