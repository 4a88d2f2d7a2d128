"""What a reader's own devices are told about how far they have read. Nobody else hears it."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class MarkMoved(PersonFact):
    name = "receipts.marked"
    room_id: UUID
    ordinal: int


class MarkPutBack(PersonFact):
    """Its holder has put the mark back by hand: what is behind it waits to be read again."""

    name = "receipts.put_back"
    room_id: UUID
    ordinal: int
    read: int = 0
    """The ordinal up to which they had read until then. Lines of the journal from before this was noted have 0."""
