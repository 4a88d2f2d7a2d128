"""HTTP for absences: saying that one is absent, who acts for one, and that one is back."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter, Request
from pydantic import BaseModel, ConfigDict

from yoriai.people.accounts.cards import Person
from yoriai.people.presence import absence
from yoriai.people.presence.routes import MaySet, at_a_measured_pace
from yoriai.people.sessions.http import Entering
from yoriai.platform.http.works import AllWorks, Work, Writes, cause_of

router = APIRouter(prefix="/presence/absence", tags=["presence"])


class OwnAbsenceOut(BaseModel):
    """What somebody has said of their own absence. A deputy who is not there any more is passed over."""

    model_config = ConfigDict(from_attributes=True)

    until: date
    deputy: Person | None
    is_there: bool


class AbsenceAnswer(BaseModel):
    absence: OwnAbsenceOut | None


class AbsenceIn(BaseModel):
    """The last day of it, and who acts meanwhile."""

    model_config = ConfigDict(extra="forbid")

    until: date
    deputy_id: UUID | None = None


@router.get("")
async def read_absence(work: Work, actor: MaySet) -> AbsenceAnswer:
    said = await absence.own(work, actor)
    return AbsenceAnswer(absence=OwnAbsenceOut.model_validate(said) if said else None)


@router.put("", status_code=204)
async def be_absent(  # noqa: PLR0917 called by name, by the framework
    asked: AbsenceIn, actor: MaySet, entrance: Entering, works: AllWorks, request: Request
) -> None:
    await at_a_measured_pace(actor, entrance, works)
    async with works.writing(cause_of(request)) as work:
        await absence.be_absent(work, actor, until=asked.until, deputy_id=asked.deputy_id)


@router.delete("", status_code=204)
async def be_back(work: Writes, actor: MaySet) -> None:
    await absence.be_back(work, actor)
