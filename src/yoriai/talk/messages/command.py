"""Posting as it is asked for: over the socket, and in the same words over HTTP."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, JsonValue

from yoriai.kit.ids import SendKey, as_send_key
from yoriai.people.access.actor import Actor
from yoriai.platform.facts.numbering import Cause
from yoriai.platform.feature import Asked
from yoriai.platform.work.edge import Works
from yoriai.talk.messages import parts
from yoriai.talk.messages.post import Posting, post_all
from yoriai.talk.messages.posted import Posted
from yoriai.talk.rooms.asking import actor_of, cause_of


class PostIn(BaseModel):
    """A message that somebody wants to send. Nothing but these fields is taken (N9)."""

    model_config = ConfigDict(extra="forbid")

    send_key: str = Field(max_length=64)
    parts: list[dict[str, JsonValue]]
    quote: UUID | None = None
    """The message of this room that it answers."""
    thread: UUID | None = None
    """The message of this room under which it shall stand."""
    in_room: bool = True
    """Whether an answer in a thread is shown in the room's own log too."""
    on_behalf_of: UUID | None = None
    """The account of a unit in whose name it is said (ORG-6); who says it stands beside it."""
    written_for: UUID | None = None
    """The account of the unit for which its author sat in the room while they wrote it; null where they were there by
    themselves. What has waited on a device is said in that name or not at all. Left out, it is said in the one of now."""


class PostCommand(PostIn):
    """The same over the socket, where no path names the room."""

    room_id: UUID


class PostedOut(BaseModel):
    """The answer to a post: the message is in its room, durably."""

    message_id: UUID
    send_key: SendKey
    ordinal: int
    number: int
    posted_at: datetime

    @classmethod
    def of(cls, posted: Posted) -> "PostedOut":
        return cls.model_construct(
            message_id=posted.message_id,
            send_key=posted.send_key,
            ordinal=posted.ordinal,
            number=posted.number,
            posted_at=posted.posted_at,
        )


async def post(works: Works, actor: Actor, room_id: UUID, asked: PostIn, *, cause: Cause) -> PostedOut:
    """Let this message be written together with all others that wait."""
    # Judged before anything is locked: what is wrong with the words needs no room to be wrong.
    key, accepted = as_send_key(asked.send_key), parts.accept(asked.parts)
    why = replace(cause, on_behalf_of=asked.on_behalf_of) if asked.on_behalf_of else cause
    posting = Posting(
        actor,
        room_id,
        key,
        accepted,
        why,
        asked.quote,
        thread_id=asked.thread,
        in_room=asked.in_room,
        is_as_written="written_for" in asked.model_fields_set,
        written_for=asked.written_for,
    )
    return PostedOut.of(await works.together_quickly(post_all, posting))


async def handle(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """`messages.post` over the socket."""
    wanted = cast("PostCommand", body)  # the table of commands names the model beside this function
    posted = await post(asked.works, actor_of(asked), wanted.room_id, wanted, cause=cause_of(asked))
    return posted.model_dump()
