"""Marking as it is asked for, over the socket and over HTTP, and the signal that follows."""

from collections.abc import Mapping
from typing import cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.feature import Asked
from yoriai.talk.receipts.counting import marks_of
from yoriai.talk.receipts.mark import Marking, mark_all
from yoriai.talk.rooms.asking import actor_of, cause_of


class MarkIn(BaseModel):
    """How far somebody has read."""

    model_config = ConfigDict(extra="forbid")

    ordinal: int


class MarkCommand(MarkIn):
    """The same over the socket, where no path names the room."""

    room_id: UUID


class PutBackIn(BaseModel):
    """From which message on a room shall be unread; none: the newest alone."""

    model_config = ConfigDict(extra="forbid")

    message_id: UUID | None = None


class MarkedOut(BaseModel):
    """Where the mark stands now."""

    mark: int


async def handle(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`receipts.mark` over the socket."""
    wanted = cast("MarkCommand", body)  # the table of commands names the model beside this function
    marking = Marking(actor_of(asked), wanted.room_id, wanted.ordinal, cause_of(asked))
    return {"mark": await asked.works.together_quickly(mark_all, marking)}


async def counted(session: AsyncSession, stream: str) -> dict[str, object]:
    """The body of the signal `receipts.counted` for the stream of a room."""
    room_id = UUID(stream.removeprefix("room/"))
    return {"room_id": room_id, "marks": await marks_of(session, room_id)}
