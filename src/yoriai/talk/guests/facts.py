"""What is told about guests beside what is told of everybody who comes and goes."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class GuestEnding(PersonFact):
    """Somebody for whom this person answers is a guest for so many days more."""

    name = "guests.ending"
    guest_id: UUID
    days: int
