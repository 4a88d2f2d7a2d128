"""What somebody's own devices are told about their drafts."""

from uuid import UUID

from yoriai.talk.rooms.facts import OwnRoomFact


class DraftChanged(OwnRoomFact):
    """A draft was written on, or is gone. What it says is loaded when it is told."""

    name = "drafts.changed"
    thread_id: UUID | None = None

    @property
    def place_id(self) -> UUID:
        return self.thread_id or self.room_id
