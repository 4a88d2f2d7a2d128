"""The composer: grows the scripts to months of talk in one room, on office days and in office hours.

What it makes follows from its seed and from now alone, so that the town is the same wherever it is founded at a moment.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final

from yoriai.app.demo.casting import Player, cast
from yoriai.app.demo.filling import Filling
from yoriai.app.demo.moments import CLOSES, OPENS, Calendar
from yoriai.app.demo.scripts import Thread, threads
from yoriai.kit.days import JST

HOURS: Final = {8: 3, 9: 7, 10: 6, 11: 5, 12: 1, 13: 6, 14: 5, 15: 4, 16: 5}
"""When talks begin: the morning is busy, noon is quiet."""
RHYTHM: Final = (1.3, 1.0, 0.9, 1.0, 1.15)
"""How busy the days from Monday to Friday are."""
USUAL_PAUSE: Final = 5.0
"""Minutes between two remarks, most often less and now and then much more."""
MOST_OFTEN: Final = 3
"""How often the same talk is heard in one room, each time in other words."""
TO_THE_END: Final = (0.6, 0.85)
"""How many rooms of ten were last talked in today, and how many since yesterday."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message, before it is a row."""

    at: datetime
    player: Player
    words: str


@dataclass(frozen=True, slots=True)
class Stage:
    """A room as the composer sees it."""

    seed: str
    members: Sequence[Player]
    """Whoever comes first is meant where two have the name that a script says."""
    pools: frozenset[str] = frozenset()
    lines: int = 0
    """About so many lines of talk from its pools."""
    story: str = ""
    """The pool whose talks are each played once, in their order."""


def composed(stage: Stage, calendar: Calendar) -> list[Said]:
    """What was said on this stage, oldest first."""
    return sorted(
        (*_Composer(stage, calendar).story(), *_Composer(stage, calendar).talk()), key=lambda each: each.at
    )


class _Composer:
    def __init__(self, stage: Stage, calendar: Calendar) -> None:
        self.stage, self.calendar = stage, calendar
        self.rng = Random(stage.seed)  # noqa: S311 no secret hangs on it

    def story(self) -> Iterator[Said]:
        """The talks of the story, spread evenly, the last of them a few days ago."""
        told = [each for each in threads() if self.stage.story in each.pools]
        days = self.calendar.days
        for place, thread in enumerate(told):
            day = days[max(0, round((place + 1) / (len(told) + 0.3) * (len(days) - 8)))]
            yield from self._play(thread, datetime.combine(day, self._clock(thread), JST))

    def talk(self) -> Iterator[Said]:
        """Talks from the pools, one after the other, none again before the others were played."""
        fitting = self._fitting()
        chosen = self._chosen(fitting)
        free = datetime.min.replace(tzinfo=JST)
        for wanted, day in zip(chosen, self._days(len(chosen)), strict=True):
            in_season = [each for each in fitting if day.month in each.months]
            thread = wanted if day.month in wanted.months else self.rng.choice(in_season or [wanted])
            begins = self._in_hours(max(self._begins(thread, day), free))
            said = list(self._play(thread, begins))
            if said:
                free = said[-1].at + timedelta(minutes=self.rng.randint(12, 90))
                yield from said

    def _fitting(self) -> list[Thread]:
        """The talks of the pools that this room has the people for."""
        found = [each for each in threads() if each.pools & self.stage.pools]
        return [each for each in found if cast(each, self.stage.members, Random(0)) is not None]  # noqa: S311 only whether it fits

    def _chosen(self, fitting: list[Thread]) -> list[Thread]:
        chosen: list[Thread] = []
        many = 0
        for _ in range(MOST_OFTEN):
            for thread in self.rng.sample(fitting, len(fitting)):
                if many < self.stage.lines:
                    chosen.append(thread)
                    many += len(thread.turns)
        return chosen

    def _days(self, many: int) -> list[date]:
        """So many days in order, busier towards the end of the months and on Mondays; the last is today or lately."""
        days = self.calendar.days
        weights = [RHYTHM[day.weekday()] * (1 + place / len(days)) for place, day in enumerate(days)]
        picked = sorted(self.rng.choices(days, weights, k=many))
        if picked:
            chance = self.rng.random()
            back = 1 if chance < TO_THE_END[0] else 2 if chance < TO_THE_END[1] else self.rng.randint(2, 6)
            picked[-1] = max(picked[-1], days[-min(back, len(days))])
        return picked

    def _begins(self, thread: Thread, day: date) -> datetime:
        """Some time of that day; of today some time that has been."""
        begins = datetime.combine(day, self._clock(thread), JST)
        if begins < self.calendar.now:
            return begins
        opened = datetime.combine(day, OPENS, JST)
        return opened + (self.calendar.now - opened) * self.rng.uniform(0.05, 0.97)

    def _clock(self, thread: Thread) -> time:
        hours = {hour: weight for hour, weight in HOURS.items() if hour in thread.hours}
        hour = self.rng.choices(list(hours), list(hours.values()))[0]
        minute = self.rng.randint(OPENS.minute if hour == OPENS.hour else 0, 59)
        return time(hour, minute, self.rng.randint(0, 59))

    def _play(self, thread: Thread, begins: datetime) -> Iterator[Said]:
        """One talk, as far as it has come by now; nothing where it belongs to another season."""
        parts = cast(thread, self.stage.members, self.rng)
        if parts is None or begins.month not in thread.months:
            return
        filling = Filling(self.rng, self.calendar, parts)
        at = begins
        for turn in thread.turns:
            if turn.later:
                at = datetime.combine(self.calendar.on(at.date(), turn.later), self._clock(thread), JST)
            elif turn.at and turn.at > at.time():
                at = datetime.combine(at.date(), turn.at, JST) + timedelta(seconds=self.rng.randint(5, 50))
            elif turn is not thread.turns[0]:
                at = self._after(at, len(turn.words))
            if at > self.calendar.now:
                return
            yield Said(at, parts[turn.speaker], filling.fill(turn.words, at.date()))

    def _after(self, at: datetime, length: int) -> datetime:
        """A while later: at least as long as it takes to write."""
        pause = 0.3 + length / 120 + min(self.rng.expovariate(1 / USUAL_PAUSE), 60)
        return self._in_hours(at + timedelta(minutes=pause))

    def _in_hours(self, at: datetime) -> datetime:
        """The same, or a little after the office has opened on the morrow."""
        if at.time() <= CLOSES:
            return at
        morrow = self.calendar.on(at.date(), 1)
        return datetime.combine(morrow, OPENS, JST) + timedelta(minutes=self.rng.uniform(1, 25))
