"""What a body may choose about how large its rooms become, and what a large one does to newcomers."""

from typing import ClassVar

from pydantic import Field

from yoriai.people.orgs.settings import Setting


class RoomLimits(Setting):
    """The product itself knows no cap (ROOM-8); but no room that people make holds nearly everybody (ROOM-4)."""

    name: ClassVar[str] = "rooms"

    most_members: int | None = Field(default=None, ge=2, le=100_000)
    """How many may be in a room that people have made; None: as many as there are."""
    most_percent: int = Field(default=90, ge=50, le=101)
    """Of all who serve in the organization: whoever chooses so many is offered an open room. 101: never."""
    quiet_above: int | None = Field(default=100, ge=2, le=100_000)
    """In a room with more members newcomers begin with what names them (ROOM-5); None: in none."""
