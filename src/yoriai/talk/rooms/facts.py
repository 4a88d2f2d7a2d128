"""What a room is told about who comes and goes, and what the people concerned are told themselves."""

from typing import Literal
from uuid import UUID

from yoriai.people.access.facts import PersonFact
from yoriai.people.orgs.facts import OrganizationFact
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.sight import Sight
from yoriai.talk.rooms.models import BodyState


def stream_of(room_id: UUID) -> str:
    """The stream on which everything about a room is told."""
    return f"room/{room_id}"


def room_of(stream: str) -> UUID | None:
    """The room of a stream; None of what is no room's, whoever made it up."""
    kind, _, name = stream.partition("/")
    if kind != "room":
        return None
    try:
        room_id = UUID(name)
    except ValueError:
        return None
    return room_id if stream_of(room_id) == stream else None


Aspect = Literal[
    "name", "purpose", "past", "readers", "reactions", "lines", "printing", "askings", "ends", "archived"
]
"""Of a room: how it is called, what it is for, what newcomers read, who is shown who has read, whether one reacts,
whether comings and goings stand among its messages, whether it may be printed, whether other bodies may ask to come in,
when it ends, and whether it is put away."""


class RoomFact(Fact):
    """Told to the members of a room."""

    room_id: UUID

    def stream(self) -> str:
        return stream_of(self.room_id)


class LineFact(RoomFact):
    """Of what it tells, quiet lines stand in the room."""

    line_ids: tuple[UUID, ...] = ()
    """Of what many do at once the last one names the line of all."""


class RoomOpened(RoomFact):
    name = "rooms.opened"


class RoomChanged(LineFact):
    """The room is set otherwise: it is called so, was put away, or taken out again."""

    name = "rooms.changed"
    changed: tuple[Aspect, ...] = ()
    """What a person has changed; nothing where it follows from the tree of units."""


class MemberJoined(LineFact):
    name = "rooms.joined"
    account_id: UUID
    role: str


class MemberRoleChanged(LineFact):
    """Somebody manages the room from now on, or no longer."""

    name = "rooms.role_changed"
    account_id: UUID
    role: Literal["manager", "member"]


class MemberLeft(LineFact):
    name = "rooms.left"
    account_id: UUID

    def leaves(self) -> UUID:
        return self.account_id


class HolderLeft(RoomFact):
    """Somebody sits there for a unit no longer. At its number they hear the room no more; its body is told to nobody,
    for who sits there is the unit's own matter (ORG-6)."""

    name = "rooms.holder_left"
    account_id: UUID

    def leaves(self) -> UUID:
        return self.account_id


class UnitSeated(RoomFact):
    """Others sit there for a unit from now on, or from elsewhere: who reads in the room is told anew (ORG-6)."""

    name = "rooms.unit_seated"
    account_id: UUID


class RoomLabelled(LineFact):
    """The room has another label from now on."""

    name = "rooms.labelled"
    seals: bool
    """Whether it is not there on the Internet side."""

    def seals_stream(self) -> bool:
        return self.seals


class RoomBodiesChanged(LineFact):
    """Another body is invited, has come in or is gone; by it the label may allow something else (FED-1)."""

    name = "rooms.bodies_changed"
    body_id: UUID
    state: BodyState
    """What the body is in the room from now on."""


class OwnRoomFact(PersonFact):
    """Told to somebody's own devices of one room: to those alone for which the room is there."""

    room_id: UUID

    def about_stream(self) -> str | None:
        return stream_of(self.room_id)


class RoomOpens(OwnRoomFact):
    """Somebody hears a room from now on, and from where on they may hear and read it."""

    since_number: int
    sees_from: int

    def opens(self) -> tuple[str, Sight]:
        return stream_of(self.room_id), Sight(self.since_number, self.sees_from)


class RoomEntered(RoomOpens):
    """Somebody is in one more room."""

    name = "rooms.entered"


class RoomLost(OwnRoomFact):
    name = "rooms.lost"

    def shuts(self) -> str:
        return stream_of(self.room_id)


class SeatChanged(PersonFact):
    """Somebody has left a room in one work and is in it anew: for a unit and no longer by themselves, or the other way
    round. The room and its holder are told on two streams, and none knows which of the two it hears last: so their
    sockets knock again, and everything is asked anew."""

    name = "rooms.seat_changed"

    def renews(self) -> bool:
        return True


class RoomSealed(PersonFact):
    """A room is on the Internet side no longer: whoever is in it stays so, but their devices there lose it."""

    name = "rooms.sealed"
    room_id: UUID

    def shuts_outside(self) -> str:
        return stream_of(self.room_id)


class RoomUnsealed(RoomOpens):
    """It is there again, where they were. Their devices on the LGWAN side have had it all along."""

    name = "rooms.unsealed"


class LabelsOrdered(OrganizationFact):
    """The body has ordered its levels anew: rooms may be called otherwise now, or be there on one side alone. Every
    socket knocks again."""

    name = "rooms.labels_ordered"

    def renews(self) -> bool:
        return True
