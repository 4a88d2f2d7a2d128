"""What somebody's own devices are told of the rooms of their former units. Nobody else hears it."""

from datetime import date
from uuid import UUID

from yoriai.talk.rooms.facts import OwnRoomFact


class HandoverBegun(OwnRoomFact):
    """They were moved, and still read until the end of this day what was said in a room before that."""

    name = "department_rooms.handover_begun"
    organization_id: UUID
    last_day: date


class HandoverEnded(OwnRoomFact):
    """They read there no longer: the day has passed, they are back in the room, or somebody has ended it."""

    name = "department_rooms.handover_ended"
