"""A program of the load: people who post at an even pace, or a machine that guesses passwords. Run: python -m bench.paced"""

import argparse
import asyncio
import json
import random
import re
import sys
from collections import Counter, deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import cast

from websockets.asyncio.client import ClientConnection, connect

from bench.generator import Seat
from tests.keys import new_send_key

CONNECTIONS = 16  # of the guessing machine, kept open
LAST_ANSWERS = 0.2  # seconds
_LENGTH = re.compile(rb"\r\ncontent-length: (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast, and for how long; what comes in the first seconds is done and not counted."""

    per_s: float
    seconds: float
    settle: float


async def post(seats: Sequence[Seat], pace: Pace) -> dict[str, object]:
    """Everybody posts in turn; the milliseconds until each message was acknowledged."""
    taken: list[float] = []
    counts_from = perf_counter() + pace.settle
    await asyncio.gather(
        *(_posts(seat, len(seats) / pace.per_s, pace, _Kept(taken, counts_from)) for seat in seats)
    )
    return {"ms": taken}


@dataclass(frozen=True, slots=True)
class _Kept:
    taken: list[float]
    counts_from: float

    def note(self, began: float) -> None:
        if began >= self.counts_from:
            self.taken.append((perf_counter() - began) * 1000)


async def _posts(seat: Seat, every: float, pace: Pace, kept: _Kept) -> None:
    sent = {"Cookie": seat.cookie, "Origin": seat.origin}
    address = f"ws://{seat.host}/socket?v=1"
    async with connect(
        address, host="127.0.0.1", port=seat.port, additional_headers=sent, compression=None, proxy=None
    ) as line:
        await line.recv()
        await asyncio.sleep(random.uniform(0, every))

        async def once(number: int) -> None:
            began = perf_counter()
            await _said(line, seat.room_id, number)
            kept.note(began)

        await at_pace(once, every, pace.settle + pace.seconds)


async def _said(line: ClientConnection, room_id: str, number: int) -> None:
    asked = str(number)
    parts = [{"kind": "text", "text": "あ" * 66}]
    words = {
        "do": "messages.post",
        "id": asked,
        "room_id": room_id,
        "send_key": new_send_key(),
        "parts": parts,
    }
    await line.send(json.dumps(words))
    while True:
        said = json.loads(await line.recv())
        if said.get("answer") == asked:
            assert "ok" in said, said
            return


async def guess(seat: Seat, pace: Pace) -> dict[str, object]:
    """One machine, many accounts and one of them most of all; how often each status was answered."""
    answered: Counter[int] = Counter()
    loop = asyncio.get_running_loop()
    lines = [
        (await loop.create_connection(lambda: _Guesses(answered), "127.0.0.1", seat.port))[1]
        for _ in range(CONNECTIONS)
    ]

    async def once(number: int) -> None:
        login = 0 if number % 2 else number
        lines[number // 2 % CONNECTIONS].try_with(_request(seat, f"B{login:05d}"))

    await at_pace(once, 1 / pace.per_s, pace.settle + pace.seconds)
    await asyncio.sleep(LAST_ANSWERS)
    for line in lines:
        line.close()
    return {"statuses": answered}


class _Guesses(asyncio.Protocol):
    """One line of the guessing machine, which costs the core of the clock as little as can be: one try at a time,
    and what is due meanwhile right after its answer."""

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


def _request(seat: Seat, login: str) -> bytes:
    body = json.dumps({"tenant": "keisoku", "login_id": login, "password": "a guess of a machine"}).encode()
    head = (
        f"POST /api/sign-in HTTP/1.1\r\nHost: {seat.host}\r\nOrigin: {seat.origin}\r\n"
        f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


async def at_pace(once: Callable[[int], Awaitable[None]], every: float, seconds: float) -> None:
    """Once in every so many seconds, by the clock: whoever was kept waiting is not let off."""
    began = perf_counter()
    for number in range(int(seconds / every)):
        ahead = began + number * every - perf_counter()
        if ahead > 0:
            await asyncio.sleep(ahead)
        await once(number)


def seats_in(file: Path) -> list[Seat]:
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return [Seat(int(port), host, origin, cookie, room) for port, host, origin, cookie, room in rows]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("what", choices=("post", "guess"))
    parser.add_argument("seats", type=Path)
    parser.add_argument("--per-s", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    parser.add_argument("--settle", type=float, required=True)
    asked = parser.parse_args()
    seats, pace = seats_in(asked.seats), Pace(asked.per_s, asked.seconds, asked.settle)
    print(json.dumps(asyncio.run(post(seats, pace) if asked.what == "post" else guess(seats[0], pace))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
