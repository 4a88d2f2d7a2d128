"""Pinning as it is asked for over the socket."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.platform.feature import Asked
from yoriai.talk.pins import service
from yoriai.talk.rooms.asking import actor_of, cause_of
from yoriai.talk.rooms.standing import enter


class PinCommand(BaseModel):
    """Which message of which room."""

    model_config = ConfigDict(extra="forbid")

    room_id: UUID
    message_id: UUID


async def handle_pin(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`pins.pin` over the socket."""
    wanted = cast("PinCommand", body)  # the table of commands names the model beside these functions
    async with asked.works.writing(cause_of(asked)) as work:
        here = await enter(work, actor_of(asked), wanted.room_id)
        await service.pin(work, here, wanted.message_id)
    return {}


async def handle_unpin(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`pins.unpin` over the socket."""
    wanted = cast("PinCommand", body)
    async with asked.works.writing(cause_of(asked)) as work:
        here = await enter(work, actor_of(asked), wanted.room_id)
        await service.unpin(work, here, wanted.message_id)
    return {}
