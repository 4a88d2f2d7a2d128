"""Who has read a message, as clients are given it."""

from enum import StrEnum

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person


class Side(StrEnum):
    """On which side of a read mark somebody stands."""

    READ = "read"
    UNREAD = "unread"


class ReadersOut(BaseModel):
    """How many have read a message and how many have not; and whether whoever asks may know who they are."""

    read: int
    unread: int
    shows_names: bool


class ReaderNamesOut(BaseModel):
    """Some of them by name, unit after unit, and where the list goes on."""

    people: list[Person]
    next: str | None
