"""Who is signed in: the cookie that all pages of one browser share, and how it is had again when it counts no longer."""

import asyncio
import time
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from uuid import UUID

import httpx2
from websockets.exceptions import InvalidStatus

from tests.cast import PASSWORD, PEOPLE
from yoriai.people.sessions.authenticate import COOKIE

LASTS = (
    12 * 3600.0
)  # seconds, as an installation has it that says nothing else; and nobody says when they were last here
TOWN = "mihon"
SIGNED_OUT = 401


class SignedOut(Exception):
    """The server knows this session no longer: whoever asked keeps what they wrote, and is shown the door."""


@dataclass(frozen=True)
class Cookie:
    """A session as its browser has it."""

    token: str
    """Empty of those who have been signed in all along."""
    asked: float
    answered: float
    """Between these moments it began."""


@dataclass
class Browser:
    """All pages of one person in one zone."""

    cookie: Cookie = field(default_factory=lambda: Cookie("", time.monotonic(), time.monotonic()))
    turn: asyncio.Lock = field(default_factory=asyncio.Lock)
    """Of several pages that are shown the door, one signs in, and the others are let in by it."""

    def take(self, answer: httpx2.Response, asked: float) -> None:
        """What the server says when the password was right."""
        for said in answer.raise_for_status().headers.get_list("set-cookie"):
            if found := SimpleCookie(said).get(COOKIE):
                self.cookie = Cookie(found.value, asked, time.monotonic())


def claim_of(who: UUID) -> dict[str, str]:
    """Number and password of somebody of the cast."""
    (login_id,) = (person.login_id for person in PEOPLE if person.account_id == who)
    return {"tenant": TOWN, "login_id": login_id, "password": PASSWORD}


def says_signed_out(error: BaseException) -> bool:
    """Whether this is how a server says it: to a command, at the handshake, or to a request."""
    match error:
        case SignedOut():
            return True
        case InvalidStatus() | httpx2.HTTPStatusError():
            return error.response.status_code == SIGNED_OUT
        case _:
            return False
