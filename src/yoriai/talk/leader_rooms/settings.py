"""Whether a body has a room for its ITリーダー."""

from typing import ClassVar

from yoriai.people.orgs.settings import Setting


class LeaderRooms(Setting):
    """Whether the ITリーダー of each organization have a room among themselves. Without, what was said there is read on."""

    name: ClassVar[str] = "leader_rooms"

    is_open: bool = False
