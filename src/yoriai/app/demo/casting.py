"""Who plays whom: each speaker of a script becomes a member of the room in which it is played."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Final
from uuid import UUID

from yoriai.app.demo.scripts import Thread

_LETTER: Final = re.compile("[A-H]")
_VARIANT: Final = re.compile("[\U000e0100-\U000e01ef]")
HEADS: Final = frozenset({"市長", "副市長", "教育長", "部長", "課長", "園長", "館長", "事務局長", "調理員"})
"""Who is no letter of the alphabet: they have lines of their own."""
INSTEAD: Final[Mapping[str, Sequence[str]]] = {
    "係長": ("課長補佐", "主査", "課長", "司書", "事務局長"),
    "課長": ("事務局長", "館長", "園長"),
    "司書補助": ("司書",),
    "副園長": ("主任保育士", "園長"),
}
"""Who says what belongs to a title, where a small unit has nobody of it."""


@dataclass(frozen=True, slots=True)
class Player:
    """A member of a room, as far as scripts go."""

    account_id: UUID
    login_id: str
    family: str
    given: str
    title: str


def cast(thread: Thread, members: Sequence[Player], rng: Random) -> Mapping[str, Player] | None:
    """Somebody for every speaker, each another person; None where this room does not have them all."""
    parts: dict[str, Player] = {}
    speakers = list(dict.fromkeys(turn.speaker for turn in thread.turns))
    for speaker in sorted(speakers, key=lambda each: _LETTER.fullmatch(each) is not None):
        taken = {player.account_id for player in parts.values()}
        free = [each for each in members if each.account_id not in taken]
        fitting = _fitting(speaker, free)
        if not fitting:
            return None
        parts[speaker] = fitting[0] if _is_name(speaker, fitting) else rng.choice(fitting)
    return parts


def _fitting(speaker: str, free: Sequence[Player]) -> Sequence[Player]:
    if _LETTER.fullmatch(speaker):
        return [each for each in free if each.title not in HEADS]
    for title in (speaker, *INSTEAD.get(speaker, ())):
        if found := [each for each in free if each.title == title]:
            return found
    name = plain(speaker).rpartition("・")[
        2
    ]  # 「県・早川」: of which body somebody is, for whoever reads the script
    return [each for each in free if f"{plain(each.family)} {each.given}".startswith(name)]


def _is_name(speaker: str, fitting: Sequence[Player]) -> bool:
    return not _LETTER.fullmatch(speaker) and plain(fitting[0].family).startswith(
        plain(speaker).rpartition("・")[2].partition(" ")[0]
    )


def plain(name: str) -> str:
    """A name without the marks that choose a form of its characters (葛󠄀 is found as 葛)."""
    return _VARIANT.sub("", name)
