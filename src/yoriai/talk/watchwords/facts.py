"""What somebody's own devices are told about the words that they watch for. Nobody else hears it."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact
from yoriai.talk.rooms.facts import OwnRoomFact


class WordsChanged(PersonFact):
    """They watch for other words from now on."""

    name = "watchwords.changed"


class WordMet(OwnRoomFact):
    """A message calls them by words of theirs; or does so no longer, when it says something else now."""

    name = "watchwords.met"
    message_id: UUID
    ordinal: int
