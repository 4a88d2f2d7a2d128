"""HTTP for the import of rosters. Routes translate; they do not decide."""

import asyncio
from dataclasses import replace
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import STEP_UP_MINUTES, allowed, bringing, stepped_up
from yoriai.people.accounts.roster import decide, drafts, show, table, undo
from yoriai.people.accounts.roster.decide import Office, Yes
from yoriai.people.accounts.roster.drafts import Bringing
from yoriai.people.accounts.roster.imports import PEOPLE, find_import
from yoriai.people.accounts.roster.out import (
    BroughtOut,
    DifferenceOut,
    DraftOut,
    DraftsOut,
    ImportOut,
    ImportsOut,
    ProgressOut,
    TakenOut,
    difference_out,
)
from yoriai.people.accounts.roster.plan import LineKind
from yoriai.people.accounts.roster.progress import under_way
from yoriai.people.accounts.roster.sheet import MOST_COLUMNS
from yoriai.people.accounts.roster.subjects import subject_of
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.http.files import csv_file
from yoriai.platform.http.uploads import receiving_of
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of

router = APIRouter(prefix="/roster", tags=["roster"])

Looks = Annotated[Actor, Depends(allowed("roster.import"))]
Imports = Annotated[Actor, Depends(bringing("roster.import"))]
"""For what works long: who asks is known before that begins, in a work that has ended."""
TakesOver = Annotated[Actor, Depends(bringing("roster.import", STEP_UP_MINUTES))]
TakesBack = Annotated[Actor, Depends(stepped_up("roster.import"))]


async def _office(request: Request, works: AllWorks, actor: Imports) -> Office:
    return Office(works, actor, _cause(request, actor), request.app.state.settings.server_key())


async def _proved_office(request: Request, works: AllWorks, actor: TakesOver) -> Office:
    return await _office(request, works, actor)


Working = Annotated[Office, Depends(_office)]
WorkingProved = Annotated[Office, Depends(_proved_office)]


class SheetIn(BaseModel):
    """Another sheet of the workbook."""

    model_config = ConfigDict(extra="forbid")

    sheet: str = Field(max_length=200)


class ColumnsIn(BaseModel):
    """What each column of the file is, from left to right; null where it is not read."""

    model_config = ConfigDict(extra="forbid")

    columns: list[str | None] = Field(max_length=MOST_COLUMNS)


class TakeIn(BaseModel):
    """The yes to a difference."""

    model_config = ConfigDict(extra="forbid")

    stop_missing: bool = False
    confirmed: int = 0
    """How many the asker knows will be stopped; needed where that is many."""


@router.post("/drafts", status_code=201)
async def bring(  # noqa: PLR0913 each is a word of the address
    request: Request,
    office: Working,
    request_key: str,
    name: str = "",
    subject: str = PEOPLE,
    organization_id: UUID | None = None,
) -> BroughtOut:
    key = as_send_key(request_key, field="request_key")
    subject_of(subject)
    data = await receiving_of(request).body(request)
    what = Bringing(key, subject, name, organization_id)
    return BroughtOut(
        draft_id=await drafts.bring(office.works, office.actor, office.cause, what=what, data=data)
    )


@router.get("/drafts")
async def read_drafts(work: Work, actor: Looks) -> DraftsOut:
    return await show.waiting(work, actor)


@router.get("/drafts/{draft_id}")
async def read_draft(draft_id: UUID, work: Work, actor: Looks) -> DraftOut:
    return await show.draft(work, actor, draft_id)


@router.delete("/drafts/{draft_id}", status_code=204)
async def forget(draft_id: UUID, work: Writes, actor: Looks) -> None:
    await drafts.forget(work, actor, draft_id)


@router.put("/drafts/{draft_id}/sheet", status_code=204)
async def choose_sheet(draft_id: UUID, asked: SheetIn, office: Working) -> None:
    await drafts.choose_sheet(office.works, office.actor, office.cause, draft_id=draft_id, name=asked.sheet)


@router.put("/drafts/{draft_id}/columns", status_code=204)
async def decide_columns(draft_id: UUID, asked: ColumnsIn, office: Working) -> None:
    await decide.decide(office, draft_id, decide.as_headings(asked.columns))


@router.get("/drafts/{draft_id}/difference")
async def read_difference(
    draft_id: UUID, work: Work, actor: Looks, kind: LineKind | None = None, cursor: str | None = None
) -> DifferenceOut:
    return difference_out(await decide.looked_at(work, actor, draft_id), kind, cursor)


@router.get("/drafts/{draft_id}/difference.csv", response_class=Response)
async def save_difference(draft_id: UUID, work: Work, actor: Looks) -> Response:
    found = await decide.looked_at(work, actor, draft_id)
    draft = await drafts.find(work, actor, draft_id)
    stem = draft.file_name.rpartition(".")[0] or draft.file_name
    return await asyncio.to_thread(lambda: csv_file(f"{stem}_差分.csv", table.HEADINGS, table.rows(found)))


@router.post("/drafts/{draft_id}/import")
async def take_over(draft_id: UUID, asked: TakeIn, office: WorkingProved) -> TakenOut:
    yes = Yes(is_stopping=asked.stop_missing, confirmed=asked.confirmed)
    return TakenOut(import_id=await decide.take_over(office, draft_id, yes))


@router.get("/drafts/{draft_id}/progress")
async def read_progress(draft_id: UUID, work: Work, actor: Looks) -> ProgressOut:
    await drafts.find(work, actor, draft_id)
    far = under_way.far(draft_id)
    return ProgressOut(step=far.step, done=far.done, of=far.of) if far else ProgressOut(step="", done=0, of=0)


@router.get("/imports")
async def read_imports(work: Work, actor: Looks, cursor: str | None = None) -> ImportsOut:
    return await show.imports(work, actor, cursor)


@router.get("/imports/{import_id}")
async def read_import(import_id: UUID, work: Work, actor: Looks) -> ImportOut:
    return await show.one_import(work, actor, import_id)


@router.put("/imports/{import_id}/undone")
async def take_back(request: Request, import_id: UUID, work: Writes, actor: TakesBack) -> ImportOut:
    done = await find_import(work, actor.tenant_id, import_id)
    office = Office(works=request.app.state.works, actor=actor, cause=work.cause, key=b"")
    await undo.undo(work, office.target(done.organization_id), import_id)
    await work.session.flush()
    return await show.one_import(work, actor, import_id)


def _cause(request: Request, actor: Actor) -> Cause:
    return replace(
        cause_of(request),
        account_id=actor.account_id,
        tenant_id=actor.tenant_id,
        session_id=actor.session_id,
    )
