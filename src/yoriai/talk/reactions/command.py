"""Reacting as it is asked for, over the socket and over HTTP."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from yoriai.platform.feature import Asked
from yoriai.talk.reactions.models import Kind
from yoriai.talk.reactions.react import Reacting, react_all
from yoriai.talk.rooms.asking import actor_of, cause_of


class ReactCommand(BaseModel):
    """Which sign at which message."""

    model_config = ConfigDict(extra="forbid")

    room_id: UUID
    message_id: UUID
    kind: Kind


async def handle_set(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`reactions.set` over the socket."""
    return await _handle(asked, body, is_on=True)


async def handle_unset(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`reactions.unset` over the socket."""
    return await _handle(asked, body, is_on=False)


async def _handle(asked: Asked, body: BaseModel, *, is_on: bool) -> Mapping[str, object]:
    wanted = cast("ReactCommand", body)  # the table of commands names the model beside these functions
    wish = Reacting(
        actor_of(asked), wanted.room_id, wanted.message_id, wanted.kind, is_on=is_on, cause=cause_of(asked)
    )
    return {"is_on": await asked.works.together_quickly(react_all, wish)}
