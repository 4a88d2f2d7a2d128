"""What a reader's own devices are told about how far they have read. Nobody else hears it."""

from yoriai.talk.rooms.facts import OwnRoomFact


class MarkMoved(OwnRoomFact):
    name = "receipts.marked"
    ordinal: int


class MarkPutBack(OwnRoomFact):
    """Its holder has put the mark back by hand: what is behind it waits to be read again."""

    name = "receipts.put_back"
    ordinal: int
    read: int = 0
    """The ordinal up to which they had read until then. Lines of the journal from before this was noted have 0."""
