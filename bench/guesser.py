"""A program of the load: a machine that tries passwords, in turns at the server and at a wall beside it. Run: python -m bench.guesser

On a machine of two cores whoever guesses sits on the core of the clock, and keeps everybody's clock waiting a little.
So it never rests: at the wall it costs that core the same, and the server nothing.
"""

import argparse
import asyncio
import json
import re
import sys
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import cast

from bench.generator import Seat
from bench.paced import at_pace, seats_in

CONNECTIONS = 16  # to either, kept open
LAST_ANSWERS = 0.2  # seconds
REFUSED = (
    b"HTTP/1.1 429 Too Many Requests\r\ncontent-type: application/json\r\n"
    b'content-length: 20\r\n\r\n{"code": "too_many"}'
)
_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Turns:
    """So many, each so many seconds long; before them it settles."""

    settle: float
    each: float
    count: int

    @property
    def seconds(self) -> float:
        """From the first try to the last."""
        return self.settle + self.each * self.count


async def guess(seat: Seat, per_s: float, turns: Turns) -> dict[str, object]:
    """One machine, many accounts and one of them most of all.

    How often the server answered with each status, and when (by the machine's clock) the first turn began.
    """
    answered: Counter[int] = Counter()
    loop = asyncio.get_running_loop()
    wall = await loop.create_server(_Wall, "127.0.0.1", 0)
    at_the_server = await _lines(seat.port, answered)
    at_the_wall = await _lines(int(wall.sockets[0].getsockname()[1]), Counter())
    begins = monotonic() + turns.settle

    async def once(number: int) -> None:
        login = 0 if number % 2 else number
        lines = at_the_server if is_guessed(monotonic() - begins, turns.each) else at_the_wall
        lines[number // 2 % CONNECTIONS].try_with(_request(seat, f"B{login:05d}"))

    await at_pace(once, 1 / per_s, turns.seconds)
    await asyncio.sleep(LAST_ANSWERS)
    for line in (*at_the_server, *at_the_wall):
        line.close()
    wall.close()
    return {"statuses": answered, "begins": begins}


def is_guessed(since: float, turn: float) -> bool:
    """Whether at so many seconds since the first turn (or before it) the server is what is tried.

    Both sides take turns as in the sequence of Thue and Morse: what the server does every two seconds would fall on
    one of them alone if they simply alternated.
    """
    return since < 0 or int(since / turn).bit_count() % 2 == 1


async def _lines(port: int, answered: Counter[int]) -> Sequence["_Guesses"]:
    loop = asyncio.get_running_loop()
    dialled = [
        await loop.create_connection(lambda: _Guesses(answered), "127.0.0.1", port)
        for _ in range(CONNECTIONS)
    ]
    return [guesses for _, guesses in dialled]


class _Guesses(asyncio.Protocol):
    """One line, which costs the core of the clock as little as can be: one try at a time, and what is due meanwhile
    right after its answer."""

    def __init__(self, answered: Counter[int]) -> None:
        self.answered, self.heard = answered, b""
        self.due: deque[bytes] = deque()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.line = cast("asyncio.Transport", transport)

    def try_with(self, request: bytes) -> None:
        self.due.append(request)
        if len(self.due) == 1:
            self.line.write(request)

    def data_received(self, data: bytes) -> None:
        self.heard += data
        head, ends, body = self.heard.partition(b"\r\n\r\n")
        length = _LENGTH.search(head)
        if not ends or length is None or len(body) < int(length[1]):
            return
        self.heard = b""
        self.answered[int(head.split(b" ", 2)[1])] += 1
        self.due.popleft()
        if self.due:
            self.line.write(self.due[0])

    def close(self) -> None:
        self.line.close()


class _Wall(asyncio.Protocol):
    """Whatever is asked is refused."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.line = cast("asyncio.Transport", transport)

    def data_received(self, data: bytes) -> None:
        self.line.write(REFUSED)


def _request(seat: Seat, login: str) -> bytes:
    body = json.dumps({"tenant": "keisoku", "login_id": login, "password": "a guess of a machine"}).encode()
    head = (
        f"POST /api/sign-in HTTP/1.1\r\nHost: {seat.host}\r\nOrigin: {seat.origin}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("seats", type=Path)
    for option in ("--per-s", "--settle", "--turn"):
        parser.add_argument(option, type=float, required=True)
    parser.add_argument("--turns", type=int, required=True)
    asked = parser.parse_args()
    turns = Turns(asked.settle, asked.turn, asked.turns)
    print(json.dumps(asyncio.run(guess(seats_in(asked.seats)[0], asked.per_s, turns))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
