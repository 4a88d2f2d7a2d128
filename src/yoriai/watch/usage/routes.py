"""HTTP for the months and their figures: a table for the screen, and the same by unit as a file."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response
from pydantic import BaseModel, ConfigDict, Field

from yoriai.kit.days import day_in_japan
from yoriai.kit.eras import dense
from yoriai.kit.fiscal import FiscalYear
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.acting import reason_in, tell_with_reason
from yoriai.people.accounts.models import EmploymentType
from yoriai.platform.http.files import csv_file
from yoriai.platform.http.works import AllWorks, Work
from yoriai.watch.usage import figures
from yoriai.watch.usage.figures import MonthFigures
from yoriai.watch.usage.policy import rate

router = APIRouter(prefix="/usage", tags=["usage"])
MayRead = Annotated[Actor, Depends(allowed("usage.read"))]
Year = Annotated[int | None, Query(ge=2000, le=9000)]

HEADINGS = (
    "年月", "年月（西暦）", "所属", "任用形態", "登録（人）", "うち停止（人）", "開いた人", "送った人",
    "使用率（開いた）%", "使用率（送った）%", "後から集計",
)  # fmt: skip
EMPLOYMENT = {
    EmploymentType.REGULAR: "正規",
    EmploymentType.REAPPOINTED: "再任用",
    EmploymentType.FIXED_TERM: "会計年度",
    EmploymentType.SPECIAL_POST: "特別職",
    EmploymentType.OTHER: "その他",
}


class MonthOut(BaseModel):
    """A month of the whole body. Rates are per cent with one decimal; none where nobody was registered."""

    month: date
    registered: int
    suspended: int
    opened: int
    sent: int
    opened_rate: str | None
    sent_rate: str | None
    made_up: bool


class UsageExportIn(BaseModel):
    """Which 年度 is taken out, and why."""

    model_config = ConfigDict(extra="forbid")

    fiscal_year: Annotated[int, Field(ge=2000, le=9000)]
    reason: str


class UsageOut(BaseModel):
    """The closed months of a 年度, and which 年度 there are."""

    fiscal_year: int
    fiscal_years: list[int]
    months: list[MonthOut]
    guests: int
    """People from outside who may sign in today. They take no seat, and no month counts them (GUEST-6)."""


@router.get("")
async def read_usage(work: Work, actor: MayRead, fiscal_year: Year = None) -> UsageOut:
    year = FiscalYear(fiscal_year) if fiscal_year else FiscalYear.of(day_in_japan(work.now))
    known = await figures.years(work, actor.tenant_id)
    return UsageOut(
        fiscal_year=year.year,
        fiscal_years=sorted({year.year, *(each.year for each in known)}, reverse=True),
        months=[_month(each) for each in await figures.by_month(work, actor.tenant_id, year)],
        guests=await figures.guests_now(work, actor.tenant_id),
    )


@router.post("/export")
async def take_out(asked: UsageExportIn, work: Work, actor: MayRead, works: AllWorks) -> Response:
    """The file. It is asked for by POST: a reason is nothing for an address, and it leaves a row in the log."""
    reason = reason_in(asked.reason)
    year = FiscalYear(asked.fiscal_year)
    rows = [_row(each) for each in await figures.by_group(work, actor.tenant_id, year)]
    await tell_with_reason(works, work, actor, "months_taken_out", reason=reason)
    return csv_file(f"月の利用 {year.name}.csv", HEADINGS, rows)


def _month(of: MonthFigures) -> MonthOut:
    return MonthOut(
        month=of.month,
        registered=of.registered,
        suspended=of.suspended,
        opened=of.opened,
        sent=of.sent,
        opened_rate=rate(of.opened, of.registered),
        sent_rate=rate(of.sent, of.registered),
        made_up=of.made_up,
    )


def _row(of: MonthFigures) -> Sequence[str | int | None]:
    return (
        dense(of.month).rpartition(".")[0],
        f"{of.month:%Y-%m}",
        of.department,
        EMPLOYMENT[EmploymentType(of.employment_type)],
        of.registered,
        of.suspended,
        of.opened,
        of.sent,
        rate(of.opened, of.registered) or "—",
        rate(of.sent, of.registered) or "—",
        "後から集計" if of.made_up else "",
    )
