"""Who may react to what. Pure: no database, no clock, no request."""

from yoriai.kit.errors import Refused


class OffHere(Refused):
    """The room lives without reactions: its own rule (ROOM-11)."""

    code = "reactions.off_here"


class Withdrawn(Refused):
    """The message was taken back. There is nothing left to react to (MSG-8)."""

    code = "reactions.withdrawn"
