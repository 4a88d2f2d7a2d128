"""HTTP for the directory of bodies. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel, ConfigDict

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.orgs.bodies import directory
from yoriai.people.orgs.bodies.directory import Asked
from yoriai.people.orgs.bodies.prefectures import PREFECTURES
from yoriai.people.orgs.models import TenantKind
from yoriai.platform.http.works import Work

router = APIRouter(tags=["orgs"])
MayFind = Annotated[Actor, Depends(allowed("orgs.find_bodies"))]
MOST_PEOPLE = 200_000_000


class ListedBodyOut(BaseModel):
    """A body that takes part."""

    model_config = ConfigDict(from_attributes=True)

    tenant_id: UUID
    name: str
    kind: TenantKind
    prefecture: int | None
    """By its number, 1 to 47."""
    population: int | None


class BodiesOut(BaseModel):
    bodies: list[ListedBodyOut]
    next: str | None


class LookForBodies(BaseModel):
    """What is asked for, in the address."""

    model_config = ConfigDict(extra="forbid")

    q: str = ""
    prefecture: Annotated[int, Query(ge=1, le=len(PREFECTURES))] | None = None
    kind: TenantKind | None = None
    least: Annotated[int, Query(ge=0, le=MOST_PEOPLE)] | None = None
    below: Annotated[int, Query(ge=1, le=MOST_PEOPLE)] | None = None
    cursor: str | None = None


@router.get("/bodies")
async def find_bodies(work: Work, actor: MayFind, asked: Annotated[LookForBodies, Query()]) -> BodiesOut:
    wish = Asked(
        query=asked.q,
        prefecture=asked.prefecture,
        kind=asked.kind,
        least=asked.least,
        below=asked.below,
        cursor=asked.cursor,
    )
    found = await directory.page(work, actor, wish)
    return BodiesOut(bodies=[ListedBodyOut.model_validate(each) for each in found.bodies], next=found.next)
