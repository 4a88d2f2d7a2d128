"""What somebody's own devices are told about what they keep for later. Nobody else hears it."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class LaterChanged(PersonFact):
    """A message was kept, given another time, done, taken up again, or let go."""

    name = "later.changed"
    message_id: UUID


class LaterRang(PersonFact):
    """The time has come to be reminded of it."""

    name = "later.rang"
    message_id: UUID
