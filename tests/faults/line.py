"""One line of a client to a node: the handshake, commands with their answers, and every other frame as it comes."""

import asyncio
import json
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from itertools import count
from typing import Any

import orjson
from websockets.asyncio.client import ClientConnection, connect

from tests.faults.calls import Caller, Node
from tests.faults.screen import Frame
from tests.faults.signing_in import SIGNED_OUT, SignedOut

OPENS_WITHIN = 3.0  # seconds
SILENCE = 45.0  # seconds without a word, then the line is given up (D15)
_numbers = count(1)


class Refusal(Exception):
    """The server refused a command."""

    def __init__(self, said: dict[str, Any]) -> None:
        super().__init__(said)
        self.status: int = said["status"]
        self.code: str = said["code"]
        self.lasted: float = said["details"].get("hours", 0) * 3600.0
        self.retry_after: float | None = said["details"].get("retry_after")


class Line:
    """An open line. Exactly one task hears it; any may ask."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self.number = next(_numbers)
        self.asked = 0
        self.waiting: dict[str, asyncio.Future[Frame]] = {}

    @classmethod
    @asynccontextmanager
    async def to(cls, node: Node, caller: Caller) -> AsyncGenerator["Line"]:
        """A line as the page of this person in their zone would have it."""
        host = node.host(caller.zone)
        headers = {"Cookie": caller.signed_in, "Origin": f"http://{host}"}
        async with connect(
            f"ws://{host}/socket?v=1",
            host="127.0.0.1",
            port=node.door(caller.zone),
            additional_headers=headers,
            compression=None,
            proxy=None,
            open_timeout=OPENS_WITHIN,
            ping_interval=None,
            close_timeout=1,
        ) as connection:
            yield cls(connection)

    async def frames(self) -> AsyncGenerator[Frame]:
        """All that is said but answers, until the line ends."""
        while True:
            async with asyncio.timeout(SILENCE):
                frame: Frame = orjson.loads(await self.connection.recv(decode=False))
            if "answer" not in frame:
                yield frame
            elif (answered := self.waiting.pop(frame["answer"], None)) and not answered.done():
                answered.set_result(frame)

    async def ask(self, do: str, **words: object) -> dict[str, Any]:
        """The answer of a command, or its refusal; SignedOut where the session counts no longer."""
        self.asked += 1
        asked = f"c{self.asked}"
        answer = self.waiting[asked] = asyncio.get_running_loop().create_future()
        await self.say({"do": do, "id": asked, **words})
        frame = await answer
        if "refused" in frame:
            if frame["refused"]["status"] == SIGNED_OUT:
                raise SignedOut
            raise Refusal(frame["refused"])
        ok: dict[str, Any] = frame["ok"]
        return ok

    async def say(self, words: object) -> None:
        await self.connection.send(json.dumps(words))
