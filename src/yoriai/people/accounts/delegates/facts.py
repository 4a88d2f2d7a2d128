"""What a principal's own devices are told about who acts for them. Theirs who do knock again: `RightsChanged`."""

from uuid import UUID

from yoriai.people.access.facts import PersonFact


class DelegateNamed(PersonFact):
    """Somebody acts on behalf of this account from now on, or until another day than before."""

    name = "delegates.named"
    person_id: UUID


class UnreadShown(PersonFact):
    """Whether somebody who acts for this account sees how much is unread is another now."""

    name = "delegates.unread_shown"
    person_id: UUID
    shown: bool


class DelegateEnded(PersonFact):
    """Somebody acts on behalf of this account no longer."""

    name = "delegates.ended"
    person_id: UUID
