"""HTTP for packs. Routes translate; they do not decide."""

from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import StreamingResponse

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import STEP_UP_MINUTES, allowed, bringing, stepped_up
from yoriai.platform.http.files import disposition
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of
from yoriai.watch.audit.packs import asking, queries, taking
from yoriai.watch.audit.packs.asking import Wish
from yoriai.watch.audit.packs.installation import installation_of
from yoriai.watch.audit.packs.wire import AuditPackIdOut, AuditPackIn, AuditPacksOut

MAY_MAKE = "audit_packs.make"
ZIP = "application/zip"

router = APIRouter(prefix="/audit-packs", tags=["audit-packs"])
MayMake = Annotated[Actor, Depends(allowed(MAY_MAKE))]
Proved = Annotated[Actor, Depends(stepped_up(MAY_MAKE))]
MayTake = Annotated[Actor, Depends(bringing(MAY_MAKE, STEP_UP_MINUTES))]


@router.get("")
async def read_packs(work: Work, actor: MayMake, cursor: str | None = None) -> AuditPacksOut:
    return await queries.page(work, actor, cursor)


@router.post("", status_code=202)
async def ask(asked: AuditPackIn, request: Request, work: Writes, actor: Proved) -> AuditPackIdOut:
    state = request.app.state
    installation = installation_of(state.settings, state.features)
    pack = await asking.ask(work, actor, Wish(**asked.model_dump()), installation)
    return AuditPackIdOut(pack_id=pack.id)


@router.post("/{pack_id}/file")
async def take(pack_id: UUID, request: Request, actor: MayTake, works: AllWorks) -> Response:
    """The file. It is asked for by POST, for it leaves a row in the log before it leaves."""
    whose = replace(
        cause_of(request),
        account_id=actor.account_id,
        tenant_id=actor.tenant_id,
        session_id=actor.session_id,
    )
    taken = await taking.take(works, whose, actor, pack_id)
    headers = {
        "content-disposition": disposition(taken.name),
        "content-length": str(taken.size),
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
    }
    return StreamingResponse(taking.pieces(works, taken), media_type=ZIP, headers=headers)


@router.delete("/{pack_id}", status_code=204)
async def throw_away(pack_id: UUID, work: Writes, actor: MayMake) -> None:
    await asking.throw_away(work, actor, pack_id)
