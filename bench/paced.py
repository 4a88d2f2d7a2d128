"""A program of the load: people who post at an even pace. Run: python -m bench.paced"""

import argparse
import asyncio
import json
import random
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from time import monotonic

from websockets.asyncio.client import ClientConnection, connect

from bench.generator import Seat
from tests.keys import new_send_key


async def post(seats: Sequence[Seat], per_s: float, seconds: float) -> dict[str, object]:
    """Everybody posts in turn; when each message went (by the machine's clock), and the milliseconds until it was
    acknowledged."""
    taken: list[tuple[float, float]] = []
    await asyncio.gather(*(_posts(seat, len(seats) / per_s, seconds, taken) for seat in seats))
    return {"posts": taken}


async def _posts(seat: Seat, every: float, seconds: float, taken: list[tuple[float, float]]) -> None:
    sent = {"Cookie": seat.cookie, "Origin": seat.origin}
    address = f"ws://{seat.host}/socket?v=1"
    async with connect(
        address, host="127.0.0.1", port=seat.port, additional_headers=sent, compression=None, proxy=None
    ) as line:
        await line.recv()
        await asyncio.sleep(random.uniform(0, every))

        async def once(number: int) -> None:
            began = monotonic()
            await _said(line, seat.room_id, number)
            taken.append((began, (monotonic() - began) * 1000))

        await at_pace(once, every, seconds)


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


async def at_pace(once: Callable[[int], Awaitable[None]], every: float, seconds: float) -> None:
    """Once in every so many seconds, by the clock: whoever was kept waiting is not let off."""
    began = monotonic()
    for number in range(int(seconds / every)):
        ahead = began + number * every - monotonic()
        if ahead > 0:
            await asyncio.sleep(ahead)
        await once(number)


def seats_in(file: Path) -> list[Seat]:
    rows = (line.split("\t") for line in file.read_text(encoding="utf-8").splitlines())
    return [Seat(int(port), host, origin, cookie, room) for port, host, origin, cookie, room in rows]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("seats", type=Path)
    parser.add_argument("--per-s", type=float, required=True)
    parser.add_argument("--seconds", type=float, required=True)
    asked = parser.parse_args()
    print(json.dumps(asyncio.run(post(seats_in(asked.seats), asked.per_s, asked.seconds))))
    return 0


if __name__ == "__main__":
    sys.exit(main())
