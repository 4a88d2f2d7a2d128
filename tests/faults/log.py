"""The log of a run: what every client meant, was told, heard and saw, and what was done to them, as lines of JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

import orjson

# Moments are seconds on the clock of the machine that runs the clients: it never goes backwards.


@dataclass(frozen=True, slots=True)
class Invoke:
    """Somebody means to send this, under this key, for the first time."""

    t: float
    who: str
    room: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Ack:
    """A server said that this message is safe."""

    t: float
    who: str
    node: int
    room: str
    key: str
    number: int
    ordinal: int


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer: it may be there or not, and will be sent again."""

    t: float
    who: str
    key: str


@dataclass(frozen=True, slots=True)
class Fail:
    """A server refused it; without a time after which to come again where it named none."""

    t: float
    who: str
    key: str
    status: int
    retry_after: float | None


@dataclass(frozen=True, slots=True)
class Over:
    """A server said that something is over which had begun between two moments, and was to last so many seconds."""

    t: float
    who: str
    key: str
    what: str
    """Their session, or the time in which a message may be changed."""
    asked: float
    answered: float
    lasts: float


@dataclass(frozen=True, slots=True)
class Clock:
    """From now on the clock of the servers is so many seconds before that of the machine."""

    t: float
    ahead: float


@dataclass(frozen=True, slots=True)
class Booked:
    """A server said that it keeps this message until its time; then it is sent like any other."""

    t: float
    who: str
    room: str
    key: str


@dataclass(frozen=True, slots=True)
class Remind:
    """A server said that it reminds them of this message, once."""

    t: float
    who: str
    message_id: str


@dataclass(frozen=True, slots=True)
class Rang:
    """They were reminded of it."""

    t: float
    who: str
    number: int
    message_id: str


@dataclass(frozen=True, slots=True)
class Change:
    """Its author means to put it right, or without a text to take it back."""

    t: float
    key: str
    text: str | None


@dataclass(frozen=True, slots=True)
class Deliver:
    """A message came over the wire, whether or not it had come before."""

    t: float
    who: str
    conn: int
    room: str
    number: int
    ordinal: int
    key: str
    text: str | None
    """None of one that has been taken back meanwhile."""


@dataclass(frozen=True, slots=True)
class Resume:
    """A new line stands, and the client says how far it has heard."""

    t: float
    who: str
    conn: int


@dataclass(frozen=True, slots=True)
class Reread:
    """The client reads the room anew as it stands at this number or later, instead of hearing what led there."""

    t: float
    who: str
    room: str
    number: int


@dataclass(frozen=True, slots=True)
class Read:
    """Somebody asked a node how far the room has come."""

    began: float
    t: float
    who: str
    node: int
    room: str
    number: int


@dataclass(frozen=True, slots=True)
class Member:
    """The room was told that somebody came or left, at this number."""

    t: float
    room: str
    account: str
    number: int
    is_in: bool


@dataclass(frozen=True, slots=True)
class Revoke:
    """It was answered that somebody is out of the room from now on."""

    t: float
    room: str
    account: str


@dataclass(frozen=True, slots=True)
class Invite:
    """It was asked that somebody be let in."""

    t: float
    room: str
    account: str


@dataclass(frozen=True, slots=True)
class Screen:
    """What a client holds in the end, beside what it is given when it asks anew."""

    t: float
    who: str
    room: str
    held: str
    fresh: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something was broken; nobody may wait longer than so many seconds for an acknowledgement."""

    t: float
    what: str
    bound: float
    from_the_start: bool = True
    """Whether they wait from this moment; else from the healing on, for until then nothing can be taken in."""


@dataclass(frozen=True, slots=True)
class Healed:
    """What was broken last is whole again."""

    t: float
    what: str


Event = (
    Invoke | Ack | Unknown | Fail | Over | Clock | Change | Deliver | Resume | Reread | Read | Member | Revoke | Invite | Screen
    | Booked | Remind | Rang | Fault | Healed
)  # fmt: skip
EVENTS: Mapping[str, type[Event]] = {kind.__name__.lower(): kind for kind in get_args(Event)}


@dataclass(frozen=True, slots=True)
class Kept:
    """A message as the history gives it in the end."""

    ordinal: int
    key: str
    text: str | None
    """None of one that was taken back and left a line in its place."""


Final = Mapping[int, Mapping[str, list[Kept]]]
"""By node and room, what the history holds when everything has been quiet."""


@dataclass
class History:
    """Everything that was noted in one run."""

    accounts: dict[str, str] = field(default_factory=dict[str, str])
    """Whose account each client uses."""
    rooms: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """Whose accounts are in each room from the beginning."""
    events: list[Event] = field(default_factory=list[Event])

    def note(self, event: Event) -> None:
        self.events.append(event)

    def write(self, path: Path) -> None:
        """One line for each event, so that a run can be looked at, and judged again, later."""
        with path.open("wb") as file:
            file.write(orjson.dumps({"accounts": self.accounts, "rooms": self.rooms}) + b"\n")
            for event in self.events:
                kind = type(event).__name__.lower().encode()
                file.write(b'{"is":"%b",%b\n' % (kind, orjson.dumps(event)[1:]))


def read(lines: Iterable[bytes]) -> History:
    """The history that was written as these lines."""
    found = [orjson.loads(line) for line in lines]
    history = History(**found[0])
    for line in found[1:]:
        history.note(EVENTS[line.pop("is")](**line))
    return history
