"""What somebody's own devices are told about what calls them."""

from typing import Literal
from uuid import UUID

from yoriai.people.access.facts import PersonFact


class NotifyChosen(PersonFact):
    """From now on this of the room calls them."""

    name = "mentions.notify_chosen"
    room_id: UUID
    notify: Literal["all", "mentions", "none"]
