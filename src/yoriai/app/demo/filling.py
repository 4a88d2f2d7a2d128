"""Filling the blanks of a script, so that the same talk is not read twice in the same words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random
from typing import Final

from yoriai.app.demo.casting import Player
from yoriai.app.demo.moments import Calendar, spoken
from yoriai.app.demo.scripts import lists

_BLANK: Final = re.compile(r"\{([^{}]+)\}")
_SPAN: Final = re.compile(r"(\d+)-(\d+)")
_LATER: Final = re.compile(r"\+(\d+)")
_LISTED: Final = re.compile(r"(\D+)(\d?)")


@dataclass(slots=True)
class Filling:
    """The blanks of one talk: what was once said of a list is said again later in it."""

    rng: Random
    calendar: Calendar
    parts: Mapping[str, Player]
    said: dict[str, str] = field(default_factory=dict[str, str])

    def fill(self, words: str, day: date) -> str:
        """The words as they are said on this day."""
        while _BLANK.search(words):  # a word of a list may have blanks itself
            words = _BLANK.sub(lambda blank: self._one(blank[1], day), words)
        return words

    def _one(self, blank: str, day: date) -> str:
        if "|" in blank:
            return self.rng.choice(blank.split("|"))
        if span := _SPAN.fullmatch(blank):
            return str(self.rng.randint(int(span[1]), int(span[2])))
        if later := _LATER.fullmatch(blank):
            return spoken(self.calendar.on(day, int(later[1])))
        if blank in self.parts:
            return self.parts[blank].family
        if blank not in self.said:
            self.said[blank] = self._listed(blank)
        return self.said[blank]

    def _listed(self, blank: str) -> str:
        found = _LISTED.fullmatch(blank)
        words = lists()[found[1] if found else blank]
        return self.rng.choice([word for word in words if word not in self.said.values()] or words)
