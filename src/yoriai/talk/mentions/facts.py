"""What somebody's own devices are told about what calls them."""

from typing import Literal

from yoriai.talk.rooms.facts import OwnRoomFact


class NotifyChosen(OwnRoomFact):
    """From now on this of the room calls them."""

    name = "mentions.notify_chosen"
    notify: Literal["all", "mentions", "none"]
