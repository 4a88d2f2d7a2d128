"""What a reader's own devices are told about how far they have read. Nobody else hears it."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class MarkMoved(PersonFact):
    name = "receipts.marked"
    room_id: UUID
    ordinal: int
