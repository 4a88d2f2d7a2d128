"""A talker: a client with an outbox, who keeps sending the same message until it is acknowledged, and who listens."""

import asyncio
import random
import time
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx2
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.faults.calls import Caller, Node
from tests.faults.line import Line, Refusal
from tests.faults.log import Ack, Change, Fail, History, Invoke, Over, Read, Unknown
from tests.faults.signing_in import LASTS, SIGNED_OUT, Cookie, SignedOut, says_signed_out
from tests.faults.streams import Streams
from tests.keys import new_send_key

GONE = (OSError, ConnectionClosed, InvalidHandshake, TimeoutError, EOFError, SignedOut, httpx2.HTTPError)
ANSWERS_WITHIN = 10.0  # seconds; then the line is given up
LONGEST_REST = 10.0  # seconds between two tries
TOO_LATE = ("messages.too_late_to_edit", "messages.too_late_to_withdraw")
KINDS = ("check", "heart", "eyes")


@dataclass
class Habits:
    """How somebody talks."""

    room: UUID | None
    """Where they post; None: they only listen."""
    pause: float = 0.01
    """Seconds at most between an acknowledgement and the next message."""
    hands: int = 1
    """How many messages are on the way at the same time."""
    changes: float = 0.1
    """How often an acknowledged message is put right, taken back, reacted to, or marked as read."""
    looks: float | None = None
    """Seconds between two looks at the history; None: they never look."""
    returns_within: float = 0.1
    """Seconds at most before they come back, and try again, after their line has ended."""
    padding: str = ""
    """What their messages say besides."""


@dataclass
class Talker:
    """Somebody of the cast at one listener of any node, through every death of the servers."""

    name: str
    caller: Caller
    nodes: Sequence[Node]
    history: History
    dice: random.Random
    habits: Habits
    unsure: dict[int, str] = field(default_factory=dict[int, str])
    """Of each hand, the key of its message that is not acknowledged yet."""
    said: dict[str, tuple[float, float]] = field(default_factory=dict[str, tuple[float, float]])
    """Of what was sent last by each hand: the moments between which they came to be."""
    changing: int = 0
    """How many of their messages they are doing something else with at this moment."""
    is_over: bool = False
    sent: int = 0
    streams: Streams = field(init=False)

    def __post_init__(self) -> None:
        self.history.accounts[self.name] = str(self.caller.who)
        self.streams = Streams(self.name, self.caller, self.history)

    def is_busy(self) -> bool:
        """Whether something of theirs waits for an answer."""
        return bool(self.unsure) or self.changing > 0

    async def live(self) -> None:
        """Come back for ever: connect to some node, hear what was missed, send what waits, listen."""
        while True:
            node, cookie = self.dice.randrange(len(self.nodes)), self.caller.browser.cookie
            try:
                async with Line.to(self.nodes[node], self.caller) as line, asyncio.TaskGroup() as together:
                    together.create_task(self.streams.listen(line, self.nodes[node]))
                    for hand in range(self.habits.hands):
                        together.create_task(self._talk(line, node, hand))
                    together.create_task(self._look_again_and_again())
            except* GONE as gone:
                if gone.subgroup(says_signed_out):
                    await self._sign_in(node, cookie, next(iter(self.unsure.values()), "line"))
            await asyncio.sleep(self.dice.uniform(0.01, self.habits.returns_within))

    async def _sign_in(self, node: int, spent: Cookie, key: str) -> None:
        """Who is shown the door keeps what they wrote, signs in as a person does, and sends it then (D5)."""
        self.history.note(
            Over(time.monotonic(), self.name, key, "session", spent.asked, spent.answered, LASTS)
        )
        with suppress(*GONE):  # else at the next try
            await self.caller.sign_in(self.nodes[node], spent)

    async def _talk(self, line: Line, node: int, hand: int) -> None:
        """One message after the other; each keeps its key until a server says that it is safe."""
        while self.habits.room:
            if self.is_over and hand not in self.unsure:
                await asyncio.sleep(0.05)
                continue
            room = str(self.habits.room)
            key = self.unsure[hand] = self.unsure.get(hand) or self._intend(room)
            ok = await self._try(line, key, "messages.post", **self._posting(key))
            if ok is None:
                continue
            now = time.monotonic()
            self.history.note(Ack(now, self.name, node, room, key, ok["number"], ok["ordinal"]))
            del self.unsure[hand]
            self.said[key] = (self.said[key][0], now)
            if self.dice.random() < self.habits.changes:
                self.changing += 1
                try:
                    await self._change(line, room, ok)
                finally:
                    self.changing -= 1
            del self.said[key]
            await asyncio.sleep(self.dice.uniform(0, self.habits.pause))

    def _posting(self, key: str) -> dict[str, Any]:
        parts = [{"kind": "text", "text": self._text_of(key)}]
        return {"room_id": str(self.habits.room), "send_key": key, "parts": parts}

    def _text_of(self, key: str) -> str:
        return f"{key[-8:]}の連絡です。{self.habits.padding}"

    def _intend(self, room: str) -> str:
        key = new_send_key()
        now = time.monotonic()
        self.said[key] = now, now
        self.history.note(Invoke(now, self.name, room, key, self._text_of(key)))
        self.sent += 1
        return key

    async def _try(self, line: Line, key: str, do: str, **words: object) -> dict[str, Any] | None:
        """The answer; None when it was refused and may be tried again after a rest that is over by now."""
        try:
            async with asyncio.timeout(ANSWERS_WITHIN):
                return await line.ask(do, **words)
        except SignedOut:
            raise
        except Refusal as refusal:
            self._refused(key, refusal)
            await asyncio.sleep(min(refusal.retry_after or 1.0, LONGEST_REST))
            return None
        except (*GONE, asyncio.CancelledError):
            self.history.note(Unknown(time.monotonic(), self.name, key))
            raise

    def _refused(self, key: str, refusal: Refusal) -> None:
        now = time.monotonic()
        if refusal.code in TOO_LATE:
            self.history.note(Over(now, self.name, key, "message", *self.said[key], refusal.lasted))
        else:
            self.history.note(Fail(now, self.name, key, refusal.status, refusal.retry_after))

    async def _change(self, line: Line, room: str, ok: dict[str, Any]) -> None:
        """Something else that one does with a message. If nothing is heard of it, it is let be."""
        at = {"room_id": room, "message_id": ok["message_id"]}
        key: str = ok["send_key"]
        match self.dice.randrange(4):
            case 0:
                text = f"{self._text_of(key)}（訂正）"
                self.history.note(Change(time.monotonic(), key, text))
                parts = [{"kind": "text", "text": text}]
                await self._try(line, key, "messages.edit", **at, parts=parts, seen=None)
            case 1:
                self.history.note(Change(time.monotonic(), key, None))
                await self._try(line, key, "messages.withdraw", **at)
            case 2:
                await self._try(line, key, "reactions.set", **at, kind=self.dice.choice(KINDS))
            case _:
                await self._try(line, key, "receipts.mark", room_id=room, ordinal=ok["ordinal"])

    async def _look_again_and_again(self) -> None:
        """Ask any node for the end of the room, as whoever opens it does."""
        while self.habits.looks and self.habits.room:
            await asyncio.sleep(self.habits.looks)
            if not self.is_over:
                await self._look(self.dice.randrange(len(self.nodes)), str(self.habits.room))

    async def _look(self, node: int, room: str) -> None:
        began, cookie = time.monotonic(), self.caller.browser.cookie
        try:
            answer = await self.caller.call(self.nodes[node], "GET", f"/api/rooms/{room}/messages?limit=1")
        except httpx2.HTTPError:
            return
        now = time.monotonic()
        if answer.is_success:
            self.history.note(Read(began, now, self.name, node, room, answer.json()["number"]))
        elif answer.status_code == SIGNED_OUT:
            await self._sign_in(node, cookie, "look")
        else:
            after = answer.headers.get("retry-after")
            self.history.note(
                Fail(now, self.name, "look", answer.status_code, float(after) if after else None)
            )
