"""HTTP for what a room is set to, and for who manages it. Routes translate; they do not decide."""

from datetime import date
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from yoriai.platform.http.works import Writes
from yoriai.talk.rooms import appoint, change
from yoriai.talk.rooms.change import Change
from yoriai.talk.rooms.http import Here
from yoriai.talk.rooms.policy import ReadersPolicy
from yoriai.talk.rooms.routes import arranges

router = APIRouter(prefix="/rooms/{room_id}", tags=["rooms"], dependencies=[arranges])


class ChangeIn(BaseModel):
    """What shall be otherwise; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: str | None = None
    purpose: str | None = None
    shows_past: bool | None = None
    readers: ReadersPolicy | None = None
    reactions: bool | None = None
    shows_lines: bool | None = None
    printing: bool | None = None
    ends_on: date | None = None
    """The last day; null lets the room go on for good."""


@router.patch("", status_code=204)
async def set_otherwise(asked: ChangeIn, work: Writes, here: Here) -> None:
    await change.change(
        work, here, Change(**asked.model_dump(), moves_end="ends_on" in asked.model_fields_set)
    )


@router.put("/archive", status_code=204)
async def put_away(work: Writes, here: Here) -> None:
    await change.put_away(work, here)


@router.delete("/archive", status_code=204)
async def take_out(work: Writes, here: Here) -> None:
    await change.take_out(work, here)


@router.put("/managers/{account_id}", status_code=204)
async def appoint_one(account_id: UUID, work: Writes, here: Here) -> None:
    await appoint.appoint(work, here, account_id)


@router.delete("/managers/{account_id}", status_code=204)
async def withdraw_one(account_id: UUID, work: Writes, here: Here) -> None:
    await appoint.withdraw(work, here, account_id)
