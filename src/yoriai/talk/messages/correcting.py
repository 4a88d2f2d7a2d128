"""Editing as it is asked for, over the socket and over HTTP; and what a message said before, for whoever wrote it."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, ConfigDict, JsonValue

from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.feature import Asked
from yoriai.platform.work.edge import Works
from yoriai.talk.messages import parts
from yoriai.talk.messages.edit import Edited, Editing, edit_all
from yoriai.talk.rooms.asking import actor_of, cause_of


class EditIn(BaseModel):
    """What the message shall say. Nothing but these fields is taken (N9, K33)."""

    model_config = ConfigDict(extra="forbid")

    parts: list[dict[str, JsonValue]]
    seen: AwareDatetime | None
    """When it was last edited, as far as its author knows: what was changed elsewhere is not written over."""


class EditCommand(EditIn):
    """The same over the socket, where no path names room and message."""

    room_id: UUID
    message_id: UUID


class EditedOut(BaseModel):
    """The message says so now. `number` is that of the fact that tells so; 0 where it said so before."""

    message_id: UUID
    edited_at: datetime | None
    number: int

    @classmethod
    def of(cls, edited: Edited) -> "EditedOut":
        number = edited.told.number if edited.told else 0
        return cls(message_id=edited.message_id, edited_at=edited.edited_at, number=number)


async def edit(
    works: Works, actor: Actor, place: tuple[UUID, UUID], asked: EditIn, *, cause: Cause
) -> EditedOut:
    """Let the message at this place (room, message) be put right."""
    # Judged before anything is locked, by the rule of every message that is sent.
    editing = Editing(actor, *place, parts.accept(asked.parts), asked.seen, cause)
    return EditedOut.of(await works.together_quickly(edit_all, editing))


async def handle(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`messages.edit` over the socket."""
    wanted = cast("EditCommand", body)  # the table of commands names the model beside this function
    place = wanted.room_id, wanted.message_id
    said = await edit(asked.works, actor_of(asked), place, wanted, cause=cause_of(asked))
    return said.model_dump()
