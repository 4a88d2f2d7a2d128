"""The talk of the demo town: its rooms as they stand in `rooms.toml` and `more_rooms.toml`, and what was said there."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

from pydantic import BaseModel, ConfigDict

from yoriai.app.demo import shipped
from yoriai.app.demo.casting import Player
from yoriai.app.demo.composer import Said, Stage, composed
from yoriai.app.demo.moments import Calendar, is_lately, moment_of
from yoriai.app.demo.people import Cast
from yoriai.app.demo.rounds import Rounds
from yoriai.kit.days import JST
from yoriai.talk.rooms.models import RoomKind

Line = tuple[str, str, str]
"""When, who, what."""

OPENED_BEFORE: Final = timedelta(minutes=20)
"""A room was opened so long before its first message."""
FEW_LINES, LINES_EACH, MANY_LINES = 32, 4, 84
"""How much is said in the room of a unit: some, and more for each who serves there, up to so much."""


class RoomStory(BaseModel):
    """One room."""

    model_config = ConfigDict(extra="forbid")

    kind: RoomKind = RoomKind.GROUP
    name: str = ""
    purpose: str = ""
    manager: str
    members: list[str]
    hall: str = ""
    unread: dict[str, int] = {}
    followers: dict[str, int] = {}
    """Who reads an open room along without being in it, and how much is new for them."""
    said: list[Line] = []
    rounds: Rounds | None = None
    story: str = ""
    pools: set[str] = set()
    lines: int = 0

    def called(self, now: datetime) -> str:
        return self.name.format(month=now.astimezone(JST).month)

    @property
    def seed(self) -> str:
        """What tells it from all others; a direct talk has no name."""
        return f"{self.kind} {self.name} {self.manager} {' '.join(self.members)}"

    def everybody(self, cast: Cast) -> list[Player]:
        """Who is in the room, the manager first."""
        return cast.all([self.manager, *self.members])

    def spoken(self, cast: Cast, calendar: Calendar) -> list[Said]:
        """All that was said, oldest first. Into the talk of the last hour nobody else speaks."""
        told = [Said(moment_of(when, calendar.now), cast.one(who), what) for when, who, what in self.said]
        stage = Stage(self.seed, self.everybody(cast), frozenset(self.pools), self.lines, self.story)
        lately = min(
            (each.at for each, line in zip(told, self.said, strict=True) if is_lately(line[0])), default=None
        )
        told += [each for each in composed(stage, calendar) if lately is None or each.at < lately]
        if self.rounds:
            told += self.rounds.said(self.seed, [cast.one(who) for who in self.rounds.people], calendar)
        return sorted(told, key=lambda each: each.at)


class Story(BaseModel):
    """All rooms that people have made, and of what is talked in those of units beside what every office has."""

    model_config = ConfigDict(extra="forbid")

    rooms: list[RoomStory]
    units: dict[str, set[str]]

    @property
    def common(self) -> set[str]:
        """Who is in a room that several bodies have in common."""
        return {who for room in self.rooms if room.hall for who in (room.manager, *room.members)}

    def pools_of(self, unit: str) -> frozenset[str]:
        """Which talks are heard in the room of a unit."""
        return frozenset({"職場", *self.units.get(unit, ())})

    def of_unit(self, unit: str, members: Sequence[Player], calendar: Calendar) -> list[Said]:
        """What was said in the room of a unit."""
        lines = min(FEW_LINES + LINES_EACH * len(members), MANY_LINES)
        return composed(Stage(unit, members, self.pools_of(unit), lines), calendar)


def story() -> Story:
    """The rooms that ship with the product."""
    first, more, direct = (shipped.words(name) for name in ("rooms.toml", "more_rooms.toml", "direct.toml"))
    return Story.model_validate(more | {"rooms": [*first["rooms"], *more["rooms"], *direct["rooms"]]})
