"""What somebody's own devices are told about the rooms that they follow. Nobody else hears it."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class FollowingChanged(PersonFact):
    """A room is followed from now on, was looked at, or is followed no longer."""

    name = "following.changed"
    room_id: UUID
    organization_id: UUID
    is_followed: bool
