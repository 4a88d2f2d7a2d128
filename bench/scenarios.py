"""What is measured: the scenarios, by the letters under which they are known."""

from dataclasses import dataclass
from typing import Literal

BYTES = 199  # a message of some sixty Japanese characters
TURNS = 2  # of a stretch: in the order in which they come, one of each two belongs to either side


@dataclass(frozen=True)
class Fan:
    """People post into rooms while all members listen."""

    name: str
    title: str
    rooms: int
    members: int
    window: int
    """How many messages of one sender may be on their way."""
    waits_for: Literal["delivered", "answered"]
    """When the next message goes: after all members have the last, or after it was acknowledged."""
    warm: float = 1.0
    seconds: float = 5.0

    @property
    def clients(self) -> int:
        return self.rooms * self.members


@dataclass(frozen=True)
class Idle:
    """People are connected and nothing happens."""

    name: str
    title: str
    steps: tuple[int, ...]
    settle: float = 5.0

    @property
    def clients(self) -> int:
        return self.steps[-1]


@dataclass(frozen=True)
class Guessing:
    """People post at an even pace, each into a room of their own, while a machine guesses passwords."""

    name: str
    title: str
    people: int = 30
    posts_per_s: float = 150.0
    guesses_per_s: float = 10_000 / 60
    turn: float = 1.0
    """Seconds after which it turns from a wall beside the server to the server, and back."""
    stretches: int = 56
    """Of a round: 120 posts of either side each, the slowest of which is beyond the p99."""
    apart: float = 0.2
    """Seconds at the beginning of each that count for neither: what was begun in the one may be felt in the next."""
    settle: float = 5.0
    """Before them it tries at the server: the first tries are all hashed, and everybody connects."""

    @property
    def seconds(self) -> float:
        """Of a round that count or lie between."""
        return self.turn * self.stretches * TURNS

    @property
    def crowd(self) -> Fan:
        """Where they sit."""
        return Fan(self.name, self.title, rooms=self.people, members=10, window=1, waits_for="answered")


@dataclass(frozen=True)
class Import:
    """A roster is brought in as a browser does it."""

    name: str
    title: str
    rows: int


@dataclass(frozen=True)
class FirstScreen:
    """Somebody who is in many rooms opens the client: one request."""

    name: str
    title: str
    rooms: int
    times: int = 40
    """Askings of one server, each on a connection of its own."""


@dataclass(frozen=True)
class Opened:
    """A room in which much was said is opened by its members, one after the other."""

    name: str
    title: str
    messages: int
    members: int = 100
    pages: int = 300
    """Of each kind in a round: three of them are beyond the p99."""


@dataclass(frozen=True)
class Storm:
    """Everybody comes back at one moment, each with rooms in which much was said meanwhile."""

    name: str
    title: str
    people: int
    rooms: int = 20
    """Of each, with everybody of a circle."""
    missed: int = 50
    """Messages in each of them."""
    circle: int = 100
    """People who are in the same rooms."""

    @property
    def lines(self) -> int:
        """What all of them have missed together."""
        return self.people * self.rooms * self.missed


@dataclass(frozen=True)
class Day:
    """Everybody is online, and each does something every so many seconds, without an end in sight."""

    name: str
    title: str
    people: int = 5_000
    rooms: int = 20
    """Of each, with everybody of a circle."""
    circle: int = 100
    held: int = 100
    """Messages in each of them at the beginning."""
    pause: float = 20.0
    warm: float = 20.0
    """Everybody has done something once; what a server does for the first time costs more."""
    seconds: float = 600.0


FANS = (
    Fan("A1", "1室1,000人、1通ずつ", rooms=1, members=1_000, window=1, waits_for="delivered"),
    Fan("A4", "1室1,000人、4通ずつ", rooms=1, members=1_000, window=4, waits_for="delivered"),
    Fan("B1", "200室×10人、1通ずつ", rooms=200, members=10, window=1, waits_for="answered"),
    Fan("B4", "200室×10人、4通ずつ", rooms=200, members=10, window=4, waits_for="answered"),
)
IDLE = Idle("C", "つないだまま待つ人（2,000→5,000）", steps=(2_000, 5_000))
GUESSING = Guessing("N32", "1分に1万回のログインの試し")
IMPORT = Import("I", "名簿3,000行の取込み（ファイル→差分→取込み）", rows=3_000)
FIRST_SCREEN = FirstScreen("J", "300室にいる人の最初の画面", rooms=300)
OPENED = Opened("E", "10万通のルームを開く（最後の50通）", messages=100_000)
STORMS = (
    Storm("D2", "2,000人が一度につなぎ直す（20室×50通を取り戻す）", people=2_000),
    Storm("D5", "5,000人が一度につなぎ直す（20室×50通を取り戻す）", people=5_000),
)
DAY = Day("F", "5,000人が20秒に一度ずつ、室を開き、さかのぼり、書き、印をつける")
Scenario = Fan | Idle | Guessing | Import | FirstScreen | Opened | Storm | Day
ALL: tuple[Scenario, ...] = (*FANS, IDLE, GUESSING, IMPORT, FIRST_SCREEN, OPENED, *STORMS, DAY)
NAMES = tuple(scenario.name for scenario in ALL)
LONG = frozenset({DAY.name})
"""Those that take so long that they are measured only when they are named."""
