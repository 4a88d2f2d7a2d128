"""Transcripts: the screen before, the facts, the screen after. The server writes them, the web replays them (C8).

They are kept under version control with ids and times made the same in every run, so that a change of what
clients are told shows in review. `YORIAI_TRANSCRIPTS=write` writes them anew.
"""

import json
import os
import re
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID, uuid5

from tests import cast
from tests.ear import Ear, Frame
from tests.town import Town

FOLDER = Path(__file__).parent / "transcripts"
UUIDS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
MOMENTS = re.compile(r"2\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
DAYS = re.compile(r'(?<="last_day": ")\d{4}-\d\d-\d\d(?=")')  # reckoned from the day of the run
ULIDS = re.compile(r"(?<=\")[0-9A-HJKMNP-TV-Z]{26}(?=\")")
OF_THE_CAST = {
    str(value) for value in vars(cast).values() if isinstance(value, UUID)
} | {str(cast.session_of(person.account_id, zone)) for person in cast.PEOPLE for zone in cast.ZONES}  # fmt: skip


@dataclass
class Heard:
    """What somebody's open screen was told meanwhile."""

    ear: Ear
    facts: list[Frame] = field(default_factory=list[Frame])

    @property
    def names(self) -> list[str]:
        return [fact["fact"] for fact in self.facts if "fact" in fact]


@asynccontextmanager
async def transcript(
    town: Town,
    name: str,
    who: UUID,
    rooms: Sequence[UUID] = (),
    *,
    expect: Sequence[str],
    more: Sequence[str] = (),
    zone: str = "lgwan",
) -> AsyncGenerator[Heard]:
    """Record what this person's screen held before, what it heard, and what a fresh screen would hold."""
    async with town.listens(who, zone=zone) as ear:
        before = await _screens(town, who, rooms, more, zone)
        heard = Heard(ear)
        yield heard
        for each in dict.fromkeys(expect):
            await ear.fact(each, list(expect).count(each))
        heard.facts += ear.facts
        after = await _screens(town, who, rooms, more, zone)
    _settle(name, {"name": name, "before": before, "facts": heard.facts, "after": after})


async def missed(town: Town, who: UUID, stream: str, after: int = 0) -> list[Frame]:
    """The frames that fill a hole, as a client would ask for them."""
    answer = await town.call(who, "GET", f"/api/facts?stream={stream}&after={after}")
    frames: list[Frame] = answer.json()["frames"]
    return frames


async def _screens(
    town: Town, who: UUID, rooms: Sequence[UUID], more: Sequence[str], zone: str
) -> dict[str, Any]:
    paths = ["/api/screen", *more]
    for room in rooms:
        paths += [f"/api/rooms/{room}", f"/api/rooms/{room}/messages"]
    answers = {path: await town.call(who, "GET", path, zone=zone) for path in paths}
    return {f"GET {path}": answer.json() for path, answer in answers.items() if answer.status_code == 200}


def _settle(name: str, said: dict[str, Any]) -> None:
    text = json.dumps(_stable(said), ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    file = FOLDER / f"{name}.json"
    if os.environ.get("YORIAI_TRANSCRIPTS") == "write":
        FOLDER.mkdir(exist_ok=True)
        file.write_text(text)
    assert file.is_file(), f"no transcript {name}: run with YORIAI_TRANSCRIPTS=write"
    assert file.read_text() == text, f"{name}: clients are told something else now (YORIAI_TRANSCRIPTS=write)"


def _stable(said: dict[str, Any]) -> dict[str, Any]:
    """The same words with every fresh id and moment replaced, in order of their first appearance."""
    text = json.dumps(said, ensure_ascii=False)
    for pattern, make in ((UUIDS, _id), (ULIDS, _key), (MOMENTS, _moment), (DAYS, _day)):
        found = [each for each in dict.fromkeys(pattern.findall(text)) if each not in OF_THE_CAST]
        if pattern is MOMENTS:
            found = sorted(set(found) - {"2026-11-20T00:00:00Z"})
        for place, each in enumerate(found, start=1):
            text = text.replace(each, make(place))
    stable: dict[str, Any] = json.loads(text)
    return stable


def _id(place: int) -> str:
    return str(uuid5(cast.HERE, f"transcript {place}"))


def _key(place: int) -> str:
    return f"01M{place:023d}"


def _moment(place: int) -> str:
    return f"2026-11-21T09:{place // 60:02d}:{place % 60:02d}Z"


def _day(place: int) -> str:
    return f"2026-12-{10 + place:02d}"
