"""What somebody's own devices are told about the rooms that they follow. Nobody else hears it."""

from uuid import UUID

from yoriai.talk.rooms.facts import OwnRoomFact


class FollowingChanged(OwnRoomFact):
    """A room is followed from now on, was looked at, or is followed no longer."""

    name = "following.changed"
    organization_id: UUID
    is_followed: bool
