"""HTTP for arranging units and organizations. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.orgs.tree import arrange, organizations
from yoriai.people.orgs.tree.arrange import Wish
from yoriai.people.orgs.tree.words import Words
from yoriai.platform.http.works import Writes

router = APIRouter(tags=["orgs"])
MayArrange = Annotated[Actor, Depends(allowed("orgs.arrange"))]


class UnitWords(BaseModel):
    """What a unit is called and where it is found."""

    model_config = ConfigDict(extra="forbid")

    name: str
    short_name: str = ""
    kind: str = ""
    code: str | None = None
    place: str = ""
    floor: str = ""
    extension: str = ""

    def words(self) -> Words:
        return Words(self.name, self.short_name, self.kind, self.code, self.place, self.floor, self.extension)


class AddUnitIn(UnitWords):
    """A unit to add. `parent_id` is the unit above it, or none for the top."""

    request_key: str = Field(max_length=64)
    parent_id: UUID | None = None


class ChangeUnitIn(UnitWords):
    """A unit as it shall be called. `last_change` is the one that the form was opened with."""

    last_change: UUID | None


class PlaceUnitIn(BaseModel):
    """Where a unit shall stand: below which, and before which neighbour (none: at the end)."""

    model_config = ConfigDict(extra="forbid")

    parent_id: UUID | None
    before: UUID | None = None


class AddedUnitOut(BaseModel):
    unit_id: UUID


class ChangedUnitOut(BaseModel):
    last_change: UUID | None


class OrganizationIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str


class AddOrganizationIn(OrganizationIn):
    request_key: str = Field(max_length=64)


class PlaceOrganizationIn(BaseModel):
    model_config = ConfigDict(extra="forbid")

    before: UUID | None


class AddedOrganizationOut(BaseModel):
    organization_id: UUID


@router.post("/organizations/{organization_id}/units", status_code=201)
async def add_unit(organization_id: UUID, asked: AddUnitIn, work: Writes, actor: MayArrange) -> AddedUnitOut:
    key = as_send_key(asked.request_key, field="request_key")
    wish = Wish(organization_id, asked.parent_id, asked.words(), key)
    return AddedUnitOut(unit_id=await arrange.add(work, actor, wish))


@router.put("/units/{unit_id}")
async def change_unit(unit_id: UUID, asked: ChangeUnitIn, work: Writes, actor: MayArrange) -> ChangedUnitOut:
    last = await arrange.change(work, actor, unit_id, asked.words(), last=asked.last_change)
    return ChangedUnitOut(last_change=last)


@router.put("/units/{unit_id}/place", status_code=204)
async def place_unit(unit_id: UUID, asked: PlaceUnitIn, work: Writes, actor: MayArrange) -> None:
    await arrange.place(work, actor, unit_id, parent_id=asked.parent_id, before=asked.before)


@router.delete("/units/{unit_id}/closing", status_code=204)
async def reopen_unit(unit_id: UUID, work: Writes, actor: MayArrange) -> None:
    await arrange.reopen(work, actor, unit_id)


@router.post("/organizations", status_code=201)
async def add_organization(asked: AddOrganizationIn, work: Writes, actor: MayArrange) -> AddedOrganizationOut:
    key = as_send_key(asked.request_key, field="request_key")
    return AddedOrganizationOut(organization_id=await organizations.add(work, actor, asked.name, key))


@router.put("/organizations/{organization_id}", status_code=204)
async def rename_organization(
    organization_id: UUID, asked: OrganizationIn, work: Writes, actor: MayArrange
) -> None:
    await organizations.rename(work, actor, organization_id, asked.name)


@router.put("/organizations/{organization_id}/place", status_code=204)
async def place_organization(
    organization_id: UUID, asked: PlaceOrganizationIn, work: Writes, actor: MayArrange
) -> None:
    await organizations.place(work, actor, organization_id, before=asked.before)
