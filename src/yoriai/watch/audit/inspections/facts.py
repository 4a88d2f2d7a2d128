"""What those who read the audit log are told of inspections, at once; the words of the room are in none of it."""

from uuid import UUID

from yoriai.watch.audit.facts import AuditFact


class InspectionFact(AuditFact):
    """Of one inspection of one room."""

    inspection_id: UUID
    room_id: UUID


class InspectionAsked(InspectionFact):
    name = "inspections.asked"


class InspectionApproved(InspectionFact):
    """A second person has agreed."""

    name = "inspections.approved"
    account_id: UUID
    """Who has asked."""


class InspectionRefused(InspectionFact):
    name = "inspections.refused"
    account_id: UUID


class InspectionWithdrawn(InspectionFact):
    """Whoever asked wants it no longer."""

    name = "inspections.withdrawn"


class InspectionLapsed(InspectionFact):
    """Nobody has answered in time."""

    name = "inspections.lapsed"


class InspectionRead(InspectionFact):
    """A page was read: from this message to that one, by their ordinals; 0 of a page on which nothing stood."""

    name = "inspections.read"
    first: int
    last: int
    messages: int


class InspectionEnded(InspectionFact):
    """It is over: its time ran out, or one of the two has closed it."""

    name = "inspections.ended"
    is_closed: bool
    is_told: bool
    """Whether a line in the room tells its members; there is none where nobody has read anything."""
