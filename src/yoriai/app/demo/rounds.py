"""Reports that come every day at about the same times: a patrol, the collection of waste, the counter of the library."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from random import Random
from typing import Final

from pydantic import BaseModel, ConfigDict

from yoriai.app.demo.casting import Player
from yoriai.app.demo.composer import Said
from yoriai.app.demo.filling import Filling
from yoriai.app.demo.moments import Calendar
from yoriai.kit.days import JST

LATEST: Final = 11
"""So many minutes after its time a report may come."""


class Rounds(BaseModel):
    """Who reports when, and in which words."""

    model_config = ConfigDict(extra="forbid")

    times: list[time]
    people: list[str]
    says: list[str]
    share: float = 1.0
    """Of ten reports that might be made so many are: nothing to say is not reported."""

    def said(self, seed: str, people: Sequence[Player], calendar: Calendar) -> Iterator[Said]:
        """One report after the other; whoever is on duty changes from day to day."""
        rng = Random(seed)  # noqa: S311 no secret hangs on it
        for place, day in enumerate(calendar.days):
            for number, clock in enumerate(self.times):
                at = datetime.combine(day, clock, JST) + timedelta(minutes=rng.uniform(0, LATEST))
                words = Filling(rng, calendar, {}).fill(rng.choice(self.says), day)
                if rng.random() < self.share and at < calendar.now:
                    yield Said(at, people[(place + number // 3) % len(people)], words)
