"""HTTP for units with the people in them: the tree with its counts, closing, history, exports. It decides nothing."""

from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends, Response
from pydantic import BaseModel

from yoriai.kit.days import day_in_japan
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.acting import tell_apart
from yoriai.people.accounts.managing import close_unit, exports, halls, shown, tree
from yoriai.people.accounts.managing.asked import ClosingIn
from yoriai.people.accounts.managing.halls import Hall
from yoriai.people.accounts.managing.shown import HistoryOut
from yoriai.people.accounts.managing.tree import ArrangedUnit
from yoriai.platform.http.sheets import written
from yoriai.platform.http.works import AllWorks, Work, Writes

router = APIRouter(tags=["orgs"])

MayArrange = Annotated[Actor, Depends(allowed("orgs.arrange"))]


class HallsOut(BaseModel):
    """The organizations of the body in their order; there are never so many that they need pages."""

    organizations: list[Hall]


class TreeOut(BaseModel):
    """All units of an organization in 建制順, the closed ones too."""

    organization_id: UUID
    units: list[ArrangedUnit]


@router.get("/organizations")
async def read_organizations(work: Work, actor: MayArrange) -> HallsOut:
    return HallsOut(organizations=list(await halls.halls(work, actor)))


@router.get("/organizations/{organization_id}/units")
async def read_tree(organization_id: UUID, work: Work, actor: MayArrange) -> TreeOut:
    units = await tree.tree(work, actor, organization_id)
    return TreeOut(organization_id=organization_id, units=list(units))


@router.get("/organizations/{organization_id}/units/export.{kind}")
async def export_units(
    organization_id: UUID, kind: Literal["csv", "xlsx"], work: Work, actor: MayArrange, *, works: AllWorks
) -> Response:
    lines = await exports.units(work, actor, organization_id)
    await tell_apart(works, work, actor, "units_taken_out")
    name = f"組織_{day_in_japan(work.now):%Y%m%d}.{kind}"
    return await written(name, exports.UNITS, lines)


@router.get("/units/{unit_id}/history")
async def read_unit_history(
    unit_id: UUID, work: Work, actor: MayArrange, cursor: str | None = None
) -> HistoryOut:
    return await shown.history_of_unit(work, actor, unit_id, cursor)


@router.put("/units/{unit_id}/closing", status_code=204)
async def close(unit_id: UUID, asked: ClosingIn, work: Writes, actor: MayArrange) -> None:
    await close_unit.close(work, actor, unit_id, asked.successor_id)
