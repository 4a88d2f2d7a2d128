"""A screen as it is photographed: where it is, for whom, in which state, and how it is looked at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playwright.sync_api import Page

from tools.pictures.answers import Answers
from tools.pictures.looks import SEATS, SOME, Seat

CLERK, ADMINISTRATOR = "100305", "100106"
"""Of the demo town: somebody with unread talk, and somebody who administers it."""
NEXT_TO_OTHERS = "100313"
"""Who has a room with people of the next city."""
WITH_A_CODE = "100108"
"""Who is asked for a second factor."""
HOST = "100107"
"""Who manages the room of the demo's guest."""
MAYOR, NEWCOMER, ROADS = "100001", "100307", "100402"
"""Who reads large letters, who is practising, and who serves in two organizations."""
INTERNET = ("internet-1440", "internet-390", "internet-390-dark")
Step = Callable[[Page], None]


@dataclass(frozen=True)
class Screen:
    """One screen in one state. `answers` holds for the addresses in which `asks` stands."""

    name: str
    path: str
    who: str = ADMINISTRATOR
    """By their number; people of other bodies of the demo with the code before it: tonari/200102."""
    asks: str = "/api/"
    answers: Answers = Answers.AS_EVER
    then: Step | None = None
    seats: Sequence[Seat] = SEATS
    looks: Sequence[str] | None = SOME
    """The names of looks; None: all that there are."""
    is_tall: bool = False
    """It scrolls as a page does: a picture of all of it is worth having too."""
    prints: bool = False

    def is_looked_at(self, look: str) -> bool:
        return self.looks is None or look in self.looks
