"""HTTP for slips. Routes translate; they do not decide."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed, stepped_up
from yoriai.people.accounts.leaders.queries import led_units
from yoriai.people.accounts.leaders.scope import EVERYWHERE
from yoriai.people.accounts.slips import queries
from yoriai.people.accounts.slips.chosen import Kind, Whom, WithPassword
from yoriai.people.accounts.slips.current import current
from yoriai.people.accounts.slips.issue import MOST, Key, common_of, issue
from yoriai.people.accounts.slips.printing import MOST_PAGES, Sheets, pdf_of
from yoriai.people.accounts.slips.queries import Stage, Waiting
from yoriai.people.accounts.slips.slip import Common, Doors, Slip
from yoriai.platform.http.files import PDF, attachment
from yoriai.platform.http.works import AllWorks, Work, cause_of
from yoriai.platform.settings import Settings

router = APIRouter(prefix="/slips", tags=["slips"])

MayLook = Annotated[Actor, Depends(allowed("slips.issue"))]
MayIssue = Annotated[Actor, Depends(stepped_up("slips.issue"))]


class CountsOut(BaseModel):
    none: int
    out: int
    expired: int
    signed_in: int


class SlipListOut(BaseModel):
    people: list[Waiting]
    next: str | None
    counts: CountsOut
    most_pages: int
    """How many slips one PDF takes."""
    units: list[str] | None
    """Of an ITリーダー the units in which they hand out slips; None of whoever does in the whole body."""


class IssueBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    kind: Kind
    ids: list[UUID] = Field(default=[], max_length=MOST)
    those_with_password: WithPassword = WithPassword.ASK


class WithoutSlip(BaseModel):
    account_id: UUID
    name: str
    department: str


class IssuedOut(BaseModel):
    common: Common
    slips: list[Slip]
    reset: int
    left_out: list[WithoutSlip]


class HandedOut(BaseModel):
    model_config = ConfigDict(extra="forbid")

    account_id: UUID
    secret: str = Field(max_length=64)


class PrintBody(BaseModel):
    model_config = ConfigDict(extra="forbid")

    slips: list[HandedOut] = Field(min_length=1, max_length=MOST)
    with_comparison: bool = False


@router.get("")
async def read_slips(
    work: Work, actor: MayLook, q: str = "", stage: Stage | None = None, cursor: str | None = None
) -> SlipListOut:
    """Who has a slip out, until when, and who has never signed in."""
    page = await queries.page(work, actor, query=q, stage=stage, cursor=cursor)
    return SlipListOut(
        people=list(page.people),
        next=page.next,
        counts=CountsOut(**page.counts),
        most_pages=MOST_PAGES,
        units=None if actor.may(EVERYWHERE) else list(await led_units(work, actor.account_id)),
    )


@router.post("")
async def issue_slips(
    body: IssueBody, request: Request, *, work: Work, works: AllWorks, actor: MayIssue
) -> IssuedOut:
    """Draw first passwords. They stand in this answer and nowhere else: whoever loses it issues again."""
    await work.let_go()
    whom = Whom(body.kind, tuple(body.ids), body.those_with_password)
    issued = await issue(works, cause_of(request), actor, whom, key=_key(request))
    return IssuedOut(
        common=issued.common,
        slips=list(issued.slips),
        reset=issued.reset,
        left_out=[
            WithoutSlip(account_id=each.account_id, name=each.name, department=each.department)
            for each in issued.left_out
        ],
    )


@router.post("/pdf", response_class=Response)
async def print_slips(body: PrintBody, request: Request, work: Work, actor: MayLook) -> Response:
    """The PDF of slips just issued. They come back with their secrets, because the server has not kept any."""
    key = _key(request)
    common = await common_of(work, actor, key.doors)
    secrets = {each.account_id: each.secret for each in body.slips}
    slips = await current(work, actor, secrets, common=common, key=key.key)
    await work.let_go()  # the press takes seconds
    settings: Settings = request.app.state.settings
    pdf = await pdf_of(Sheets(common, slips, body.with_comparison), settings.web_root)
    return attachment(pdf, name=_name(common, work.now, len(slips)), kind=PDF)


def _name(common: Common, now: datetime, many: int) -> str:
    return f"はじめてのパスワード_{common.tenant_name}_{now:%Y%m%d}_{many}人.pdf"


def _key(request: Request) -> Key:
    settings: Settings = request.app.state.settings
    urls = {listener.zone: listener.url for listener in reversed(settings.listeners)}
    return Key(settings.server_key(), Doors(urls.get("lgwan"), urls.get("internet")))
