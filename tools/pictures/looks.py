"""The ways of looking at a screen: windows, zones, light, dark, the colours of the system, large letters."""

from collections.abc import Sequence
from dataclasses import dataclass

Size = tuple[int, int]
DESK, LAPTOP, HALF, TABLET, PHONE, SMALL = (
    (1440, 900),
    (1366, 768),
    (960, 1040),
    (1024, 768),
    (390, 844),
    (320, 640),
)
ZOOMED = (683, 384)
"""What is left of the laptop's window when the browser shows everything at 200 %."""
BROAD = (1920, 1080)


@dataclass(frozen=True)
class Look:
    """One way of looking at a screen."""

    name: str
    size: Size
    dark: bool = False
    letters: int = 100  # per cent
    forced: bool = False
    """The colours of the system alone, as people with weak eyes choose them."""


@dataclass(frozen=True)
class Seat:
    """Where somebody sits, by mouse or by finger. A screen is opened once at each seat and looked at in several ways."""

    zone: str
    touch: bool
    looks: Sequence[Look]


SEATS = (
    Seat(
        "lgwan",
        False,
        (
            Look("1440", DESK),
            Look("1440-dark", DESK, dark=True),
            Look("1440-forced", DESK, forced=True),
            Look("1366", LAPTOP),
            Look("1366-letters-200", LAPTOP, letters=200),
            Look("1366-zoom-200", ZOOMED),
        ),
    ),
    Seat("lgwan", False, (Look("960", HALF),)),
    Seat(
        "lgwan",
        True,
        (
            Look("1024", TABLET),
            Look("1024-forced", TABLET, dark=True, forced=True),
            Look("1024-letters-200", TABLET, letters=200),
        ),
    ),
    Seat(
        "lgwan",
        True,
        (
            Look("390", PHONE),
            Look("390-dark", PHONE, dark=True),
            Look("390-letters-200", PHONE, letters=200),
            Look("320", SMALL),
        ),
    ),
    Seat("internet", False, (Look("internet-1440", DESK),)),
    Seat("internet", True, (Look("internet-390", PHONE), Look("internet-390-dark", PHONE, dark=True))),
)
SOME = ("1440", "1440-dark", "960", "1024-forced", "390", "390-letters-200", "320")
"""For dialogs and states: one of each kind."""
BESIDE = (Seat("lgwan", False, (Look("1920", BROAD), Look("1600-dark", (1600, 900), dark=True))),)
"""Where rooms stand side by side."""
