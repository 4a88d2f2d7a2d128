"""What a body is told of its part in rooms of others, and of others in its own."""

from yoriai.people.orgs.facts import OrganizationFact


class PartsChanged(OrganizationFact):
    """The body is invited into a room, has come in, or is gone: whoever shows that asks again. It says no more, for
    everybody of the organization hears it."""

    name = "federation.parts_changed"
