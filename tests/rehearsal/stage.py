"""A stage: the real server in this process, and a Node in which the client's real pages run, on wires that are bad."""

import asyncio
import json
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncGenerator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from tests.cast import SATO, SUZUKI, WELFARE, token_of
from tests.keys import new_send_key
from tests.town import Town, open_town
from tools.web_client import node
from yoriai.app.assembly import Assembly
from yoriai.people.sessions.authenticate import COOKIE
from yoriai.platform.facts import prune
from yoriai.platform.facts.journal import grown
from yoriai.platform.realtime.realtime import Realtime

PATIENCE = 60  # seconds; a line longer than this was lost in between
MOST_SAID = 16 * 1024 * 1024  # bytes in one line
DESK, PHONE, OTHER = ("佐藤の机", SATO, "lgwan"), ("佐藤の電話", SATO, "internet"), ("鈴木", SUZUKI, "lgwan")
# On every other day 佐藤 has no phone and two tabs at the desk, of one browser.
TAB = ("佐藤の二枚目", SATO, "lgwan")
# On every third day 鈴木 sits behind a proxy that lets neither WebSockets nor streams through.
PROXIED = "鈴木"


class Stage:
    """A Node in which the pages of one rehearsal after the other run."""

    def __init__(self, program: Process) -> None:
        self.program = program

    async def play(self, seed: int, house: "House") -> dict[str, Any]:
        """One day under this seed; what came of it."""
        ports = await house.start()
        seats = [
            {"name": name, "account": str(who), "zone": zone, "cookie": f"{COOKIE}={token_of(who, zone)}"}
            | {"browser": f"{who} {zone}", "isProxied": name == PROXIED and seed % 3 > 1}
            for name, who, zone in (DESK, TAB if seed % 2 else PHONE, OTHER)
        ]
        rooms = [str(WELFARE), str(await house.festival())]
        self._say(
            {"seed": seed, "seats": seats, "rooms": rooms, "comes_and_goes": str(SUZUKI), "ports": ports}
        )
        while "found" not in (heard := await self._hear()):
            self._say(await getattr(house, heard["ask"])())
        found: dict[str, Any] = heard["found"]
        return found

    def _say(self, words: object) -> None:
        assert self.program.stdin
        self.program.stdin.write(json.dumps(words).encode() + b"\n")

    async def _hear(self) -> dict[str, Any]:
        assert self.program.stdout
        async with asyncio.timeout(PATIENCE):
            line = await self.program.stdout.readline()
        assert line, "the program of the stage has ended"
        heard: dict[str, Any] = json.loads(line)
        return heard


@dataclass
class House:
    """The town of one rehearsal, which may be closed and opened again on the same database."""

    url: str
    folder: Path
    opened: AsyncExitStack = field(default_factory=AsyncExitStack)
    town: Town | None = None

    async def __aenter__(self) -> "House":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.stop()

    async def start(self) -> Mapping[str, int]:
        """Open the town; where it listens."""
        if self.town is None:
            self.town = await self.opened.enter_async_context(open_town(self.url, self.folder))
        return self.town.ports

    async def stop(self) -> None:
        """Close the town in good order."""
        self.town = None
        await self.opened.aclose()

    @property
    def assembly(self) -> Assembly:
        """What runs at the moment."""
        assert self.town
        return self.town.assembly

    async def settled(self) -> None:
        """Wait until every socket has been written what the journal has for it."""
        realtime = self.assembly.realtime
        while True:
            numbers = {stream: channel.number for stream, channel in realtime.hub.channels.items()}
            if not await realtime.works.store.quick.read(lambda rows, numbers=numbers: grown(rows, numbers)):
                return
            await asyncio.sleep(0.001)

    async def beat(self) -> None:
        """Twenty seconds have passed in the pages."""
        realtime = self.assembly.realtime
        for listener in tuple(realtime.hub.listeners):
            realtime._beat_once(listener)

    async def prune(self) -> None:
        """A month has passed: the journal forgets what everybody has read who reads on."""
        await prune.prune(self.assembly.works, {})

    async def festival(self) -> UUID:
        """A second room, of which 佐藤 is the manager."""
        assert self.town
        wish = {"request_key": new_send_key(), "name": "夏祭り", "members": [str(SUZUKI)]}
        answer = await self.town.call(SATO, "POST", "/api/rooms", wish)
        return UUID(answer.json()["room_id"])


@asynccontextmanager
async def staged(script: Path) -> AsyncGenerator[Stage]:
    """A stage, as long as the block."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prune, "KEPT", prune.KEPT * 0)
        patch.setattr(Realtime, "_beat", _no_beat)
        program = await asyncio.create_subprocess_exec(
            node(), script, stdin=PIPE, stdout=PIPE, limit=MOST_SAID
        )
        try:
            yield Stage(program)
        finally:
            if program.returncode is None:
                program.kill()
                await program.wait()


async def _no_beat(_: Realtime) -> None:
    """Hearts beat when the stage says so: its time is not that of this machine."""
