"""The first screen of somebody in hundreds of rooms: one request, timed from asking to the last byte."""

import gzip
import json
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter
from typing import Any

from bench.asks import Asks
from bench.results import Run
from bench.scenarios import FirstScreen
from bench.server import Served, served
from bench.setups import Setup
from bench.town import SMALL, Resident
from tests.keys import new_send_key
from tools.words import Stop, say

WORDS = "窓口の当番表を入れました。二階の担当もご覧ください。"
FOLDERS, IN_A_FOLDER, FAVOURITES = 10, 20, 10


@dataclass(frozen=True)
class Seen:
    """What one server has shown: milliseconds of each asking, and the bytes of one answer as a browser is sent it."""

    first_ms: float
    """The very first thing that the server was asked after it had started."""
    times_ms: Sequence[float]
    bytes: int


def measure_first_screen(setup: Setup, scenario: FirstScreen, rounds: int) -> Run:
    """A fresh server in every round, which has prepared nothing yet."""
    # Those at the end of the list are in the fewest rooms.
    crowd = [resident for resident in setup.town.residents[-4 * SMALL :] if resident.zone.value == "lgwan"][
        :SMALL
    ]
    with served(setup) as server:
        fill(server, crowd, scenario.rooms)
    samples: list[Seen] = []
    for turn in range(1, rounds + 1):
        with served(setup) as server:
            seen = look(Asks(server, crowd[0]), scenario)
        samples.append(seen)
        say(
            f"{setup.name} {scenario.name} {turn}/{rounds}: 中央値 {median(seen.times_ms):.1f} ms、"
            f"始めの一回 {seen.first_ms:.0f} ms、{seen.bytes / 1000:.0f} kB"
        )
    return screen_run(setup.name, scenario, samples)


def fill(server: Served, crowd: Sequence[Resident], rooms: int) -> None:
    """Let the first of them be in so many rooms, with a message of another in each, and a shelf of their own."""
    asks = [Asks(server, each) for each in crowd]
    me = asks[0]
    members = [str(each.account_id) for each in crowd]
    opened: list[str] = []
    for number in range(rooms - len(screen(me)["rooms"])):
        wish = {
            "request_key": new_send_key(),
            "name": f"第{number}回　係会議",
            "purpose": "",
            "members": members,
        }
        opened.append(str(me.ask("POST", "/api/rooms", wish)["room_id"]))
        said = {"send_key": new_send_key(), "parts": [{"kind": "text", "text": WORDS}]}
        asks[1 + number % (len(asks) - 1)].ask("POST", f"/api/rooms/{opened[-1]}/messages", said)
    for number in range(FOLDERS):
        inside = opened[number * IN_A_FOLDER : (number + 1) * IN_A_FOLDER]
        folder = {"request_key": new_send_key(), "name": f"フォルダ{number}", "rooms": inside}
        me.ask("POST", "/api/shelf/folders", folder)
    for room in opened[-FAVOURITES:]:
        me.ask("PUT", f"/api/rooms/{room}/favourite")


def look(asks: Asks, scenario: FirstScreen) -> Seen:
    first, answer = timed(asks)
    found = len(json.loads(gzip.decompress(answer))["rooms"])
    if found != scenario.rooms:
        raise Stop(f"ルームが {found} 件です（{scenario.rooms} 件のはず）。", "not as many rooms as wanted.")
    return Seen(first, [timed(asks)[0] for _ in range(scenario.times)], len(answer))


def timed(asks: Asks) -> tuple[float, bytes]:
    began = perf_counter()
    answer = asks.answer("GET", "/api/screen", accepts="gzip")
    return (perf_counter() - began) * 1000, answer


def screen(asks: Asks) -> dict[str, Any]:
    return asks.ask("GET", "/api/screen")


def screen_run(setup: str, scenario: FirstScreen, samples: Sequence[Seen]) -> Run:
    """The middle of the rounds. The queries are the same whatever the rooms: a test of the first screen asserts that."""
    return Run(
        setup=setup,
        scenario=scenario.name,
        n=scenario.rooms,
        p50_ms=round(median(median(each.times_ms) for each in samples), 2),
        p99_ms=round(median(quantiles(each.times_ms, n=100)[-1] for each in samples), 2),
        value=round(median(median(each.times_ms) for each in samples), 2),
        unit="ms",
        more={
            "first_ms": [round(each.first_ms, 1) for each in samples],
            "bytes": max(each.bytes for each in samples),
        },
    )
