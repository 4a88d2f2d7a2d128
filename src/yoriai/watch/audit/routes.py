"""HTTP for the audit log: search it, look at a row, have it looked through, take it out as a file."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import STEP_UP_MINUTES, bringing
from yoriai.people.orgs import settings
from yoriai.people.sessions.http import allowed
from yoriai.platform.http.files import CSV, attachment
from yoriai.platform.http.works import AllWorks, Work, cause_of
from yoriai.platform.jobs.queue import enqueue
from yoriai.talk.rooms.heads import heads_of
from yoriai.watch.audit import exporting, queries
from yoriai.watch.audit.facts import audit_stream
from yoriai.watch.audit.settings import AuditTerm
from yoriai.watch.audit.wire import (
    AuditCheckOut,
    AuditDetailOut,
    AuditEntryOut,
    AuditExportIn,
    AuditPageIn,
    AuditPageOut,
    AuditStateOut,
)

JSON_LINES = "application/jsonl; charset=utf-8"

router = APIRouter(prefix="/audit", tags=["audit"])
MayRead = Annotated[Actor, Depends(allowed("audit.read"))]
MayExport = Annotated[Actor, Depends(bringing("audit.export", STEP_UP_MINUTES))]
MayCheck = Annotated[Actor, Depends(bringing("audit.read"))]
Number = Annotated[int, Path(ge=1, le=(1 << 63) - 1)]


@router.get("")
async def read_state(work: Work, actor: MayRead) -> AuditStateOut:
    stream = audit_stream(actor.tenant_id)
    heads = await heads_of(work.session, [stream])
    check = await queries.last_check(work, actor.tenant_id)
    term = await settings.of(work, actor.tenant_id, AuditTerm)
    return AuditStateOut(
        check=AuditCheckOut.of(check) if check else None,
        years=term.years,
        may_export=actor.may("audit.export"),
        stream=stream,
        number=heads.get(stream, 0),
    )


@router.get("/entries")
async def read_entries(work: Work, actor: MayRead, asked: Annotated[AuditPageIn, Query()]) -> AuditPageOut:
    page = await queries.page(work, actor.tenant_id, asked.wanted(), asked.cursor)
    return AuditPageOut(
        entries=[AuditEntryOut.of(row) for row in page.rows], total=page.total, next=page.next
    )


@router.get("/entries/{number}")
async def read_entry(number: Number, work: Work, actor: MayRead) -> AuditDetailOut:
    return AuditDetailOut.whole(*await queries.one(work, actor.tenant_id, number))


@router.post("/check", status_code=202)
async def look_through(request: Request, actor: MayCheck, works: AllWorks) -> None:
    """Have the chain looked through now. While one look is under way, no second one is begun."""
    async with works.writing(cause_of(request)) as work:
        body = {"tenant_id": str(actor.tenant_id)}
        await enqueue(work, "audit.check", body=body, unique_key=f"audit.check of {actor.tenant_id}")


@router.post("/export")
async def take_out(asked: AuditExportIn, request: Request, actor: MayExport, works: AllWorks) -> Response:
    """The file. What it holds is read first; it leaves only when the log says that it does."""
    reason = exporting.reason_in(asked.reason)
    async with works.reading() as work:
        rows = await exporting.rows_for(work, actor.tenant_id, asked.wanted())
    whose = replace(
        cause_of(request),
        account_id=actor.account_id,
        tenant_id=actor.tenant_id,
        session_id=actor.session_id,
    )
    content = await exporting.file_of(rows, asked.kind)
    async with works.writing(whose) as work:
        exporting.note_export(work, actor.tenant_id, reason, by=actor.account_id, entries=len(rows))
        name = exporting.file_name(work.now, asked.kind)
    return attachment(content, name=name, kind=CSV if asked.kind == "csv" else JSON_LINES)
