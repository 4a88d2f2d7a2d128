"""HTTP for the security view: of oneself, and of others for whoever watches over logins."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.sessions import security, service
from yoriai.people.sessions.http import allowed
from yoriai.people.sessions.wire import SecurityOut, security_shown
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["sessions"])

MayRead = Annotated[Actor, Depends(allowed("sessions.read"))]
MayOversee = Annotated[Actor, Depends(allowed("sessions.oversee"))]


@router.get("/security")
async def read_own(work: Work, actor: MayRead) -> SecurityOut:
    return security_shown(await security.view(work, actor, actor.account_id), actor.session_id)


@router.get("/accounts/{account_id}/security")
async def read_of(account_id: UUID, work: Work, actor: MayOversee) -> SecurityOut:
    return security_shown(await security.view(work, actor, account_id), actor.session_id)


@router.delete("/accounts/{account_id}/sessions", status_code=204)
async def end_all(account_id: UUID, work: Writes, actor: MayOversee) -> None:
    await service.end_all_of(work, actor, account_id, None)


@router.delete("/accounts/{account_id}/sessions/{session_id}", status_code=204)
async def end_one(account_id: UUID, session_id: UUID, work: Writes, actor: MayOversee) -> None:
    await service.end_all_of(work, actor, account_id, session_id)
