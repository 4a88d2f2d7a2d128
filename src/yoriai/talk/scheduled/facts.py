"""What somebody's own devices are told about the messages that wait for their time."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class ScheduledChanged(PersonFact):
    """One was written, changed, sent, given up or could not be sent. What it says is loaded when it is told."""

    name = "scheduled.changed"
    scheduled_id: UUID
