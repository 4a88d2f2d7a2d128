"""What somebody's own devices are told about whether other bodies find them."""

from yoriai.people.access.facts import PersonFact


class FindableChanged(PersonFact):
    """Whether people of other bodies find them is another now."""

    name = "neighbours.findable_changed"
    findable: bool
