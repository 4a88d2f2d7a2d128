"""HTTP for signing in and out. Routes translate; they do not decide."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict

from yoriai.kit.errors import SignedOut
from yoriai.people.access.actor import Actor
from yoriai.people.orgs import queries as orgs
from yoriai.people.sessions import service
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.people.sessions.candidate import Claim
from yoriai.people.sessions.entrance import Entrance
from yoriai.people.sessions.http import Entering, Signed, allowed
from yoriai.people.sessions.models import Session
from yoriai.people.sessions.sign_in import sign_in
from yoriai.platform.http.request import zone_of
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of

PROTOCOL = 1

router = APIRouter(tags=["sessions"])

MayRead = Annotated[Actor, Depends(allowed("sessions.read"))]
MayEnd = Annotated[Actor, Depends(allowed("sessions.end"))]


class TenantOut(BaseModel):
    code: str
    name: str


class EntranceOut(BaseModel):
    zone: str
    tenant: TenantOut | None
    contact: str
    protocol: int
    signed_in: bool


class SignInBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    tenant: str
    login_id: str
    password: str
    new_password: str | None = None


class SignedInOut(BaseModel):
    account_id: UUID


class SessionOut(BaseModel):
    session_id: UUID
    zone: str
    client_kind: str
    address: str
    began_at: datetime
    last_used_at: datetime
    is_this: bool


class SessionsOut(BaseModel):
    sessions: list[SessionOut]


@router.get("/entrance")
async def read_entrance(request: Request, work: Work, entrance: Entering) -> EntranceOut:
    """What the sign-in screen must know before anybody has signed in."""
    tenant = await orgs.only_tenant(work)
    return EntranceOut(
        zone=zone_of(request),
        tenant=TenantOut(code=tenant.code, name=tenant.name) if tenant else None,
        contact=tenant.contact if tenant else "",
        protocol=PROTOCOL,
        signed_in=await _is_signed_in(request, work, entrance),
    )


@router.post("/sign-in")
async def enter(
    body: SignInBody, request: Request, response: Response, works: AllWorks, entrance: Entering
) -> SignedInOut:
    claim = Claim(
        tenant=body.tenant,
        login_id=body.login_id,
        password=body.password,
        new_password=body.new_password,
        user_agent=request.headers.get("user-agent", ""),
    )
    opened = await sign_in(works, entrance, cause_of(request), claim)
    # Secure and without a domain, so that no other host and no plain connection can set or read it (N42).
    response.set_cookie(
        COOKIE, opened.token, max_age=opened.lasts, path="/", secure=True, httponly=True, samesite="lax"
    )
    return SignedInOut(account_id=opened.account_id)


@router.post("/sign-out", status_code=204)
async def leave(work: Writes, actor: Signed, response: Response) -> None:
    await service.end_session(work, actor, actor.session_id)
    response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="lax")
    response.headers["clear-site-data"] = (
        '"cache"'  # not "storage": what was written and not yet sent stays (N41)
    )


@router.get("/sessions")
async def read_sessions(work: Work, actor: MayRead) -> SessionsOut:
    return SessionsOut(sessions=_shown(await service.open_sessions(work, actor), actor))


@router.delete("/sessions/{session_id}", status_code=204)
async def end(session_id: UUID, work: Writes, actor: MayEnd) -> None:
    await service.end_session(work, actor, session_id)


async def _is_signed_in(request: Request, work: Work, entrance: Entrance) -> bool:
    try:
        await entrance.recognize(work, request.scope["knock"])
    except SignedOut:
        return False
    return True


def _shown(sessions: Sequence[Session], actor: Actor) -> list[SessionOut]:
    return [
        SessionOut(
            session_id=session.id,
            zone=session.zone,
            client_kind=session.client_kind,
            address=session.address,
            began_at=session.began_at,
            last_used_at=session.last_used_at,
            is_this=session.id == actor.session_id,
        )
        for session in sessions
    ]
