"""A talker: a client with an outbox, who keeps sending the same message until it is acknowledged, and who listens."""

import asyncio
import json
import random
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx2
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.cast import token_of
from tests.faults.history import Acknowledged, Delivered, Record
from tests.keys import new_send_key
from yoriai.people.sessions.authenticate import COOKIE

GONE = (OSError, ConnectionClosed, InvalidHandshake, TimeoutError, EOFError)


@dataclass
class Talker:
    """Somebody of the cast at one listener, through every death of the server."""

    who: UUID
    zone: str
    room: UUID
    ports: dict[str, int]
    record: Record
    dice: random.Random
    number: int | None = None
    """The last number of the room's stream that was applied."""
    waiting: dict[str, asyncio.Future[dict[str, Any]]] = field(
        default_factory=dict[str, "asyncio.Future[dict[str, Any]]"]
    )
    held: dict[int, dict[str, Any]] = field(default_factory=dict[int, dict[str, Any]])
    """Frames that came before the one they follow."""

    @property
    def stream(self) -> str:
        return f"room/{self.room}"

    async def live(self) -> None:
        """Come back for ever: connect, hear what was missed, send what waits, listen."""
        while True:
            try:
                async with self._connection() as connection, asyncio.TaskGroup() as together:
                    together.create_task(self._listen(connection))
                    together.create_task(self._talk(connection))
            except* GONE:
                pass
            await asyncio.sleep(self.dice.uniform(0.01, 0.1))

    def _connection(self) -> connect:
        port = self.ports[self.zone]
        headers = {
            "Cookie": f"{COOKIE}={token_of(self.who, self.zone)}",
            "Origin": f"http://{self.zone}.localhost:{port}",
        }
        address = f"ws://{self.zone}.localhost:{port}/socket?v=1"
        return connect(
            address,
            host="127.0.0.1",
            port=port,
            additional_headers=headers,
            compression=None,
            proxy=None,
            open_timeout=3,
        )

    async def _listen(self, connection: ClientConnection) -> None:
        async for message in connection:
            frame: dict[str, Any] = json.loads(message)
            if "hello" in frame:
                await self._greeted(connection, frame["hello"]["heads"].get(self.stream, 0))
            elif "answer" in frame:
                answered = self.waiting.pop(frame["answer"], None)
                if answered and not answered.done():
                    answered.set_result(frame)
            elif frame.get("stream") == self.stream:
                self._apply(frame)
            elif "beat" in frame:
                await connection.send(json.dumps({"do": "beat"}))
        raise EOFError

    async def _greeted(self, connection: ClientConnection, head: int) -> None:
        if self.number is None:
            self.number = 0
        if head > self.number:
            await connection.send(
                json.dumps({"do": "hear", "id": "hear", "since": {self.stream: self.number}})
            )

    def _apply(self, frame: dict[str, Any]) -> None:
        """In order, once: what comes early waits, what came already is dropped."""
        number: int = frame["number"]
        assert self.number is not None
        if number <= self.number:
            self.record.repeated += 1
            return
        self.held[number] = frame
        while (due := self.held.pop(self.number + 1, None)) is not None:
            self.number += 1
            if due.get("fact") == "messages.posted":
                message = due["body"]["message"]
                said = message["parts"][0]["text"]
                self.record.delivered[(self.who, self.zone)].append(
                    Delivered(self.number, message["send_key"], said)
                )

    async def _talk(self, connection: ClientConnection) -> None:
        """One message after the other; each keeps its key until the server says that it is safe."""
        while True:
            if self.record.is_over:
                await asyncio.sleep(0.05)
                continue
            send_key = self.record.unsure.get((self.who, self.zone)) or self._intend()
            asked = f"p{send_key}"
            self.waiting[asked] = asyncio.get_running_loop().create_future()
            text = self.record.invoked[send_key]
            await connection.send(
                json.dumps(
                    {"do": "messages.post", "id": asked, "room_id": str(self.room), "send_key": send_key,
                     "parts": [{"kind": "text", "text": text}]}
                )
            )  # fmt: skip
            async with asyncio.timeout(5):
                answer = await self.waiting[asked]
            ok = answer["ok"]
            self.record.acknowledged.append(
                Acknowledged(send_key, ok["number"], ok["ordinal"], ok["message_id"])
            )
            del self.record.unsure[(self.who, self.zone)]
            await asyncio.sleep(self.dice.uniform(0, 0.01))

    def _intend(self) -> str:
        send_key = new_send_key()
        self.record.invoked[send_key] = f"{len(self.record.invoked) + 1}番目の連絡です。"
        self.record.unsure[(self.who, self.zone)] = send_key
        return send_key


async def final_log(port: int, zone: str, who: UUID, room: UUID) -> list[dict[str, Any]]:
    """Everything the room holds, by the history API, oldest first."""
    headers = {"host": f"{zone}.localhost:{port}", "cookie": f"{COOKIE}={token_of(who, zone)}"}
    messages: list[dict[str, Any]] = []
    after = 0
    async with httpx2.AsyncClient(base_url=f"http://127.0.0.1:{port}", headers=headers) as client:
        while True:
            answer = await client.get(f"/api/rooms/{room}/messages", params={"after": after, "limit": 100})
            page: list[dict[str, Any]] = answer.raise_for_status().json()["messages"]
            if not page:
                return messages
            messages += page
            after = page[-1]["ordinal"]
