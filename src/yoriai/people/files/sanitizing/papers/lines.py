"""Lines of letters, as a reader searches and copies them: put together again from the places of single letters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from yoriai.people.files.sanitizing.papers.sheets import DOWN, JOINED, LEFT, RIGHT, Letter

_STRAY: Final = 0.35
"""Of the size of a letter: as far as the next may stand beside the line."""
_LIKE: Final = (0.6, 1.7)
"""As much smaller or larger the next letter of a line may be."""
_BACK, _GAP = -0.5, 4.0


@dataclass(slots=True)
class Sign:
    """What is seen in one place: a letter, or one with its mark of a variant, or the letters of a ligature."""

    text: str
    left: int
    top: int
    width: int
    height: int
    turn: int

    @property
    def along(self) -> int:
        """How far it reaches in the direction of its line."""
        return self.width if self.turn in (RIGHT, LEFT) else self.height

    @property
    def size(self) -> int:
        """Across its line."""
        return self.height if self.turn in (RIGHT, LEFT) else self.width

    @property
    def start(self) -> tuple[int, int]:
        """Where it begins along its line, and how far beside it: both grow as the letters of a line are read."""
        match self.turn:
            case 0:
                return self.left, self.top
            case 1:
                return self.top, -self.left - self.width
            case 2:
                return -self.left - self.width, -self.top - self.height
            case _:
                return -self.top - self.height, self.left


@dataclass(slots=True)
class Line:
    """Signs that follow one another."""

    signs: list[Sign] = field(default_factory=list)

    def follows(self, sign: Sign) -> bool:
        """Whether this is the next of the line."""
        last = self.signs[-1]
        if sign.turn != last.turn or not _LIKE[0] < sign.size / self.signs[0].size < _LIKE[1]:
            return False
        (at, beside), (last_at, last_beside) = sign.start, last.start
        size = last.size
        step = at - last_at
        return abs(beside - last_beside) <= _STRAY * size and _BACK * size <= step <= _GAP * size + last.along


def lines_of(letters: Sequence[Letter]) -> list[Line]:
    """In the order in which they were read."""
    lines = list[Line]()
    for sign in _upright(_signs(letters)):
        if not lines or not lines[-1].follows(sign):
            lines.append(Line())
        lines[-1].signs.append(sign)
    return lines


def _signs(letters: Sequence[Letter]) -> list[Sign]:
    signs = list[Sign]()
    for letter in letters:
        if letter.turn == JOINED:
            signs[-1].text += chr(letter.code)
        else:
            signs.append(
                Sign(chr(letter.code), letter.left, letter.top, letter.width, letter.height, letter.turn)
            )
    return signs


def _upright(signs: Sequence[Sign]) -> Iterator[Sign]:
    """Letters that stand below one another are a line that goes down (縦書き)."""
    goes_down = [one.turn == RIGHT == other.turn and _is_below(one, other) for one, other in pairwise(signs)]
    for number, sign in enumerate(signs):
        if any(goes_down[max(0, number - 1) : number + 1]):
            sign.turn = DOWN
        yield sign


def _is_below(one: Sign, other: Sign) -> bool:
    middle = abs((one.left + one.width / 2) - (other.left + other.width / 2))
    step = other.top - one.top
    return middle < _STRAY * one.height and 0.6 * one.height < step < 1.6 * one.height
