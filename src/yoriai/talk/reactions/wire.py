"""Reactions as clients are given them."""

from uuid import UUID

from pydantic import BaseModel

from yoriai.people.accounts.cards import Person
from yoriai.talk.reactions.models import Kind


class ReactionOut(BaseModel):
    """One kind of sign under a message: how many have set it, and whether the reader is among them."""

    kind: Kind
    count: int
    mine: bool


class ReactedOut(BaseModel):
    """Who has set a sign, by kana, and where the list goes on."""

    people: list[Person]
    next: str | None


class ReactionFactOut(BaseModel):
    """The body of `reactions.changed`: whose sign came or went, and how many of the kind stand there now."""

    room_id: UUID
    message_id: UUID
    kind: Kind
    account_id: UUID
    is_on: bool
    count: int
