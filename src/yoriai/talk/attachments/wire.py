"""The gallery of a room as clients are given it."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person


class GalleryFileOut(BaseModel):
    """One file that hangs in a room, and the message from which it comes. Its bytes are asked for by links."""

    file_id: UUID
    words: str
    """What it is called."""
    about: str
    """What is to be seen in it, said by whoever has attached it; empty where nobody did."""
    message_id: UUID
    thread_id: UUID | None
    """The message under which that one stands, in a thread."""
    author_id: UUID
    """Who said it, or the unit in whose name."""
    posted_at: datetime


class GalleryOut(BaseModel):
    """Files of a room, those of the newest message first, with the people that they name."""

    files: list[GalleryFileOut]
    people: dict[UUID, Person]
    older: str | None
