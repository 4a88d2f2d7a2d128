"""HTTP for the fields of a body, and for one's own profile. Routes translate; they do not decide."""

from typing import Annotated

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.profile import fields, own, values
from yoriai.people.accounts.profile.own import OwnField
from yoriai.platform.http.works import Work, Writes

router = APIRouter(tags=["accounts"])

MayManage = Annotated[Actor, Depends(allowed("accounts.manage"))]
MaySet = Annotated[Actor, Depends(allowed("orgs.settings"))]
MayFillIn = Annotated[Actor, Depends(allowed("accounts.fill_in"))]


class ProfileFieldIn(BaseModel):
    """A field as it shall be called, and whether people fill it in themselves."""

    model_config = ConfigDict(extra="forbid")

    name: str
    by_holder: bool = False


class AddProfileFieldIn(ProfileFieldIn):
    key: str = Field(max_length=64)
    """A ULID of the client's own making; the same again is the same field (BASE-4)."""


class PlaceProfileFieldIn(BaseModel):
    """Before which field it shall stand; none: at the end."""

    model_config = ConfigDict(extra="forbid")

    before: str | None


class ProfileFieldOut(BaseModel):
    """A field, and how many people have something in it."""

    key: str
    name: str
    by_holder: bool
    count: int


class ProfileFieldsOut(BaseModel):
    """All of them in their order; there are never so many that they need pages."""

    fields: list[ProfileFieldOut]


class OwnProfileOut(BaseModel):
    fields: list[OwnField]


class FillInBody(BaseModel):
    """What shall stand in these fields, by their keys; the others stay."""

    model_config = ConfigDict(extra="forbid")

    values: dict[str, str] = Field(max_length=50)


@router.get("/profile-fields")
async def read_fields(work: Work, actor: MayManage) -> ProfileFieldsOut:
    there = await fields.fields_of(work, actor.tenant_id)
    counts = await values.counts(work, actor.tenant_id, there)
    return ProfileFieldsOut(
        fields=[
            ProfileFieldOut(key=field.key, name=field.name, by_holder=field.by_holder, count=count)
            for field, count in zip(there, counts, strict=True)
        ]
    )


@router.post("/profile-fields", status_code=204)
async def add_field(asked: AddProfileFieldIn, work: Writes, actor: MaySet) -> None:
    key = as_send_key(asked.key, field="key")
    await fields.add(work, actor, key, asked.name, by_holder=asked.by_holder)


@router.put("/profile-fields/{key}", status_code=204)
async def change_field(key: str, asked: ProfileFieldIn, work: Writes, actor: MaySet) -> None:
    await fields.change(work, actor, key, asked.name, by_holder=asked.by_holder)


@router.put("/profile-fields/{key}/place", status_code=204)
async def place_field(key: str, asked: PlaceProfileFieldIn, work: Writes, actor: MaySet) -> None:
    await fields.place(work, actor, key, before=asked.before)


@router.delete("/profile-fields/{key}", status_code=204)
async def remove_field(key: str, work: Writes, actor: MaySet) -> None:
    await fields.remove(work, actor, key)


@router.get("/profile")
async def read_own_profile(work: Work, actor: MayFillIn) -> OwnProfileOut:
    return OwnProfileOut(fields=list(await own.own_profile(work, actor)))


@router.put("/profile", status_code=204)
async def fill_in_own_profile(asked: FillInBody, work: Writes, actor: MayFillIn) -> None:
    await own.fill_in(work, actor, asked.values)
