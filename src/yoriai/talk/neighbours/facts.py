"""What somebody's own devices are told about people of other bodies: of what they have done themselves, and that there
is something to look at. Nothing of how somebody else has answered is told, but that they said yes."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class FindableChanged(PersonFact):
    """Whether people of other bodies find them is another now."""

    name = "neighbours.findable_changed"
    findable: bool


class AsksChanged(PersonFact):
    """Somebody asks them for a talk, or no longer, or has said yes: whoever shows that asks again. It says no more, and
    it is told of an asking that they do not see just the same."""

    name = "neighbours.asks_changed"


class TowardsFact(PersonFact):
    """They have done something towards this person of another body."""

    person_id: UUID


class TalkAsked(TowardsFact):
    name = "neighbours.asked"


class TalkAskWithdrawn(TowardsFact):
    name = "neighbours.withdrawn"


class TalkAccepted(TowardsFact):
    name = "neighbours.accepted"


class TalkDeclined(TowardsFact):
    name = "neighbours.declined"


class NeighbourBlocked(TowardsFact):
    name = "neighbours.blocked"


class NeighbourUnblocked(TowardsFact):
    name = "neighbours.unblocked"
