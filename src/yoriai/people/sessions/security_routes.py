"""HTTP for the security view: of oneself, and of others for whoever watches over logins."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.sessions import security, service
from yoriai.people.sessions.http import Entering, allowed, stepped_up
from yoriai.people.sessions.wire import SecurityOut, security_shown
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["sessions"])

MayRead = Annotated[Actor, Depends(allowed("sessions.read"))]
MayOversee = Annotated[Actor, Depends(allowed("sessions.oversee"))]
MayEnd = Annotated[Actor, Depends(stepped_up("sessions.oversee"))]


@router.get("/security")
async def read_own(work: Work, actor: MayRead, entrance: Entering) -> SecurityOut:
    found = await security.view(work, actor, actor.account_id, entrance.profile)
    return security_shown(found, actor.session_id, is_relaxed=entrance.is_relaxed)


@router.get("/accounts/{account_id}/security")
async def read_of(account_id: UUID, work: Work, actor: MayOversee, entrance: Entering) -> SecurityOut:
    found = await security.view(work, actor, account_id, entrance.profile)
    return security_shown(found, actor.session_id, is_relaxed=entrance.is_relaxed)


@router.delete("/accounts/{account_id}/sessions", status_code=204)
async def end_all(account_id: UUID, work: Writes, actor: MayEnd) -> None:
    await service.end_all_of(work, actor, account_id, None)


@router.delete("/accounts/{account_id}/sessions/{session_id}", status_code=204)
async def end_one(account_id: UUID, session_id: UUID, work: Writes, actor: MayEnd) -> None:
    await service.end_all_of(work, actor, account_id, session_id)
