"""Says strange things to a running server over many lines at once, and counts what it answers."""

import asyncio
import json
import random
import struct
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

from tests.cast import SATO, SUZUKI, TAKAHASHI, TANAKA, token_of
from tests.faults.calls import Node
from tests.fuzz.messages import Babbler
from tests.platform.sockets import KEY, Raw, framed
from yoriai.people.sessions.authenticate import COOKIE

ZONE = "lgwan"
IN_A_ROW = 40  # frames on one line before their answers are waited for; the server takes 64
ANSWERS_WITHIN = 20.0  # seconds
TORN_FRAMES = 0.001  # the share of frames that break the rules of the wire, each of which ends its line
WAITS_FOR_AN_END = 0.2  # seconds
FAILED = 500  # the status from which on it is the server that is to blame
NO_CODE = 1005  # of the registry: a line that was closed without saying why


@dataclass
class Tally:
    """What came of it all."""

    sent: int = 0
    lines: int = 0
    statuses: Counter[int] = field(default_factory=Counter[int])
    """Of the answers; 200 for what was done."""
    codes: Counter[int] = field(default_factory=Counter[int])
    """With which lines were closed; 0 where they just ended."""

    @property
    def failures(self) -> int:
        """Answers in which the server blames itself."""
        return sum(count for status, count in self.statuses.items() if status >= FAILED)


@dataclass
class Voice:
    """One person who babbles: line after line."""

    node: Node
    who: UUID
    dice: random.Random
    tally: Tally

    def __post_init__(self) -> None:
        self.babbler = Babbler(self.dice)

    async def babble(self, frames: int) -> None:
        """Send so many frames, over as many lines as it takes."""
        left = frames
        while left > 0:
            line = await self._dialled()
            self.tally.lines += 1
            with suppress(ConnectionError, asyncio.IncompleteReadError):
                while left > 0:
                    left -= IN_A_ROW
                    await self._say_some(line)
            line.close()

    async def _dialled(self) -> Raw:
        reader, writer = await asyncio.open_connection(
            "127.0.0.1", self.node.door(ZONE), limit=4 * 1024 * 1024
        )
        host = self.node.host(ZONE)
        headers = (
            *("GET /socket?v=1 HTTP/1.1", f"Host: {host}", f"Origin: http://{host}", "Upgrade: websocket"),
            *("Connection: Upgrade", f"Sec-WebSocket-Key: {KEY}", "Sec-WebSocket-Version: 13"),
            *(f"Cookie: {COOKIE}={token_of(self.who, ZONE)}", "", ""),
        )
        writer.write("\r\n".join(headers).encode())
        async with asyncio.timeout(ANSWERS_WITHIN):
            answer = (await reader.readuntil(b"\r\n\r\n")).decode()
        assert " 101 " in answer, answer
        return Raw(reader, writer, answer)

    async def _say_some(self, line: Raw) -> None:
        """A row of frames, and each is answered, unless the line is closed for one."""
        await line.send(*(framed(self.babbler.payload()) for _ in range(IN_A_ROW)))
        self.tally.sent += IN_A_ROW
        answered = 0
        async with asyncio.timeout(ANSWERS_WITHIN):
            while answered < IN_A_ROW:
                answered += await self._hear(line)
        if self.dice.random() < TORN_FRAMES * IN_A_ROW:
            await self._break_the_rules(line)

    async def _break_the_rules(self, line: Raw) -> None:
        """A frame with a head of chance (RFC 6455 §5.2): reserved bits, unknown kinds, lengths that are not kept.
        The server may wait for the rest of it: whoever sent it goes."""
        head = bytes(self.dice.randrange(256) for _ in range(2))
        await line.send(head + self.dice.randbytes(self.dice.randrange(200)))
        self.tally.sent += 1
        with suppress(TimeoutError):
            async with asyncio.timeout(WAITS_FOR_AN_END):
                while True:
                    await self._hear(line)
        raise ConnectionError

    async def _hear(self, line: Raw) -> bool:
        """One frame of the server; whether it is an answer."""
        opcode, payload = await line.frame()
        if opcode == 8:
            # What chance made may have been a farewell without a word: it is returned as it came (RFC 6455 §7.1.5).
            self.tally.codes[struct.unpack("!H", payload[:2])[0] if payload else NO_CODE] += 1
            raise ConnectionError
        said = json.loads(payload) if opcode == 1 else {}
        if "refused" in said:
            self.tally.statuses[said["refused"]["status"]] += 1
        elif "ok" in said:
            self.tally.statuses[200] += 1
            if found := said["ok"].get("message_id"):
                self.babbler.learn(found)
        return "answer" in said


def voices(node: Node, seed: int, tally: Tally) -> Sequence[Voice]:
    """Four people at once, each with dice of their own."""
    return [
        Voice(node, who, random.Random(f"{seed} {who}"), tally) for who in (SATO, SUZUKI, TANAKA, TAKAHASHI)
    ]
