"""What is told of faces: to whoever brought one, and to those who may see it."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact
from yoriai.people.orgs.facts import OrganizationFact
from yoriai.talk.rooms.facts import RoomFact


class FaceBrought(PersonFact):
    """Somebody wants a picture to stand for them, or for a room. Until it has been checked the old face stays."""

    name = "faces.brought"

    file_id: UUID
    room_id: UUID | None = None


class FaceRefused(PersonFact):
    """What they brought will not stand there. Why is a code with a sentence."""

    name = "faces.refused"

    file_id: UUID
    room_id: UUID | None = None
    reason: str


class FaceChanged(OrganizationFact):
    """A colleague has another face now, or letters again; whoever shows them asks for it anew."""

    name = "faces.changed"

    account_id: UUID
    is_set: bool


class RoomFaceChanged(RoomFact):
    """The same of a room."""

    name = "faces.room_changed"

    is_set: bool
