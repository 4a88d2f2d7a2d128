"""The scripts of the demo town: short talks written by hand, whose blanks are filled in anew each time they are played.

    [title] pool pool @9-12 8-9時   in which rooms it may be played, from which month to which, and in which hours
    A: words                        a letter is anybody who fits, 係長 somebody of that title, 平井 a person of that name
    A 09:45: words                  the same at that time, if it has not passed
    --2                             what follows is said so many office days later (-- is the next one)

A blank is {品} (one word of that list of `lists.toml`, the same throughout the talk; {品2} is another of them), {3-9}
(a number), {a|b} (one of these), {A} (that person's family name) or {+2} (the date so many office days on).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import time
from functools import cache
from typing import Final

from yoriai.app.demo import shipped

_HEAD: Final = re.compile(r"\[(?P<title>[^\]]+)\]\s*(?P<rest>.*)")
_MONTHS: Final = re.compile(r"@(\d+)-(\d+)")
_HOURS: Final = re.compile(r"(\d+)-(\d+)時")
_SPEAKER: Final = re.compile(r"(?P<who>.+?)(?: (?P<at>\d\d:\d\d))?")
EVER, ALL_DAY = frozenset(range(1, 13)), frozenset(range(8, 17))


@dataclass(frozen=True, slots=True)
class Turn:
    """One remark: who makes it, and so many office days after the one before it."""

    speaker: str
    words: str
    later: int = 0
    at: time | None = None


@dataclass(frozen=True, slots=True)
class Thread:
    """One talk."""

    title: str
    pools: frozenset[str]
    months: frozenset[int]
    hours: frozenset[int]
    """In which of them it may begin."""
    turns: Sequence[Turn]


@cache
def threads() -> Sequence[Thread]:
    """Every talk that ships with the product, in the order in which they are written."""
    return [thread for text in shipped.scripts() for thread in parsed(text)]


@cache
def lists() -> Mapping[str, Sequence[str]]:
    """The words that blanks are filled with."""
    return {name: [str(word) for word in words] for name, words in shipped.words("lists.toml").items()}


def parsed(text: str) -> Iterator[Thread]:
    """The talks of one file."""
    head: re.Match[str] | None = None
    turns: list[Turn] = []
    later = 0
    for line in text.splitlines():
        found = _HEAD.fullmatch(line)
        if found or line.startswith("--"):
            if found and head:
                yield _thread(head, turns)
            if found:
                head, turns, later = found, [], 0
            else:
                later = int(line[2:] or 1)
        elif line and not line.startswith("#"):
            speaker, _, words = line.partition(": ")
            turns.append(_turn(speaker, words, later))
            later = 0
    if head:
        yield _thread(head, turns)


def _turn(speaker: str, words: str, later: int) -> Turn:
    found = _SPEAKER.fullmatch(speaker)
    who, at = (found["who"], found["at"]) if found else (speaker, None)
    return Turn(who, words.replace("\\n", "\n"), later, time.fromisoformat(at) if at else None)


def _thread(head: re.Match[str], turns: Sequence[Turn]) -> Thread:
    pools: set[str] = set()
    months, hours = EVER, ALL_DAY
    for word in head["rest"].split():
        if span := _MONTHS.fullmatch(word):
            first, last = int(span[1]), int(span[2])
            length = (last - first) % 12 + 1
            months = frozenset((first - 1 + place) % 12 + 1 for place in range(length))
        elif span := _HOURS.fullmatch(word):
            hours = frozenset(range(int(span[1]), int(span[2]) + 1))
        else:
            pools.add(word)
    return Thread(head["title"], frozenset(pools), months, hours, turns)
