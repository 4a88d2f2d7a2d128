"""HTTP for opening rooms and for who is in them. Routes translate; they do not decide."""

from datetime import date
from typing import Annotated, Literal
from uuid import UUID

from fastapi import APIRouter, Depends
from pydantic import BaseModel, ConfigDict, Field

from yoriai.kit.ids import as_send_key
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Writes
from yoriai.talk.rooms import members
from yoriai.talk.rooms.http import Here
from yoriai.talk.rooms.models import RoomKind
from yoriai.talk.rooms.open import Opening, open_room

router = APIRouter(prefix="/rooms", tags=["rooms"])
MayOpen = Annotated[Actor, Depends(allowed("rooms.open"))]
arranges = Depends(allowed("rooms.arrange"))


class OpenIn(BaseModel):
    """A room to open."""

    model_config = ConfigDict(extra="forbid")

    request_key: str = Field(max_length=64)
    name: str
    purpose: str = ""
    members: list[UUID] = Field(max_length=20_000)
    organization_id: UUID | None = None
    kind: Literal["group", "open"] = "group"
    ends_on: date | None = None
    template: Literal["meeting", "project", "section"] | None = None


class OpenedOut(BaseModel):
    """The room that is there now."""

    room_id: UUID


class InviteIn(BaseModel):
    """People to bring in."""

    model_config = ConfigDict(extra="forbid")

    accounts: list[UUID] = Field(max_length=20_000)


def wish_of(asked: OpenIn) -> Opening:
    """The room as it was asked for."""
    key = as_send_key(asked.request_key, field="request_key")
    return Opening(
        request_key=key,
        name=asked.name,
        purpose=asked.purpose,
        members=asked.members,
        organization_id=asked.organization_id,
        kind=RoomKind(asked.kind),
        ends_on=asked.ends_on,
        template=asked.template,
    )


@router.post("", status_code=201)
async def open_one(asked: OpenIn, actor: MayOpen, work: Writes) -> OpenedOut:
    return OpenedOut(room_id=await open_room(work, actor, wish_of(asked)))


@router.post("/{room_id}/members", status_code=204, dependencies=[arranges])
async def invite(asked: InviteIn, work: Writes, here: Here) -> None:
    await members.invite(work, here, asked.accounts)


@router.delete("/{room_id}/members/{account_id}", status_code=204, dependencies=[arranges])
async def remove(account_id: UUID, work: Writes, here: Here, successor: UUID | None = None) -> None:
    await members.remove(work, here, account_id, successor=successor)
