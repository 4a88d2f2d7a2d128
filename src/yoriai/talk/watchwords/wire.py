"""The words that somebody watches for, as their own devices are given them."""

from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field


class WatchwordIn(BaseModel):
    """A word to watch for."""

    model_config = ConfigDict(extra="forbid")

    word: str = Field(max_length=10_000)


class WatchwordOut(BaseModel):
    """A word as it was written."""

    watchword_id: UUID
    word: str


class WatchwordsOut(BaseModel):
    """All of them, in the order in which they were added, how many there may be, and how far the stream of whoever
    asks had come when they were read."""

    words: list[WatchwordOut]
    most: int
    number: int


class WordsChangedOut(BaseModel):
    """The body of `watchwords.changed`: the words from now on."""

    words: list[WatchwordOut]


class WordMetOut(BaseModel):
    """The body of `watchwords.met`: by which words the message calls; none where it says something else now."""

    room_id: UUID
    message_id: UUID
    ordinal: int
    words: list[str]
