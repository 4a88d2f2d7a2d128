"""Requests of one person to the doors of a node, as their browser in a zone would send them."""

import ssl
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx2

from tests.cast import token_of
from tests.faults.signing_in import Browser, Cookie, claim_of
from yoriai.people.sessions.authenticate import COOKIE

MOST_ROWS = 200
PATIENCE = 15.0  # seconds
# Nothing here speaks TLS: reading the certificates of the world again for everybody takes longer than all they ask.
NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


@dataclass(frozen=True)
class Node:
    """One server of an installation, as its clients reach it."""

    ports: Mapping[str, int]
    """Where it listens, by zone."""
    doors: Mapping[str, int] = field(default_factory=dict[str, int])
    """Where one connects instead, when something stands in between."""

    def host(self, zone: str) -> str:
        return f"{zone}.localhost:{self.ports[zone]}"

    def door(self, zone: str) -> int:
        return self.doors.get(zone, self.ports[zone])


@dataclass
class Caller:
    """One person in one zone, at any node."""

    who: UUID
    zone: str
    clients: dict[int, httpx2.AsyncClient] = field(default_factory=dict[int, httpx2.AsyncClient])
    browser: Browser = field(default_factory=Browser)

    @property
    def signed_in(self) -> str:
        """The header that says who asks."""
        return f"{COOKIE}={self.browser.cookie.token or token_of(self.who, self.zone)}"

    async def call(self, node: Node, method: str, path: str, body: object = None) -> httpx2.Response:
        """One request; raises as the line does when it is cut."""
        port = node.door(self.zone)
        if port not in self.clients:
            host = node.host(self.zone)
            headers = {"host": host, "origin": f"http://{host}"}
            self.clients[port] = httpx2.AsyncClient(
                base_url=f"http://127.0.0.1:{port}", headers=headers, verify=NO_TLS, timeout=PATIENCE
            )
        return await self.clients[port].request(method, path, json=body, headers={"cookie": self.signed_in})

    async def sign_in(self, node: Node, spent: Cookie) -> None:
        """Give number and password, unless another page of this browser has done so since this cookie was refused."""
        async with self.browser.turn:
            if self.browser.cookie is spent:
                asked = time.monotonic()
                self.browser.take(await self.call(node, "POST", "/api/sign-in", claim_of(self.who)), asked)

    async def get(self, node: Node, path: str) -> dict[str, Any]:
        """What is there, or an error of httpx."""
        found: dict[str, Any] = (await self.call(node, "GET", path)).raise_for_status().json()
        return found

    async def post(self, node: Node, room: str, key: str, text: str) -> dict[str, Any]:
        """What is told of this message once it is safe, or an error of httpx."""
        words = {"send_key": key, "parts": [{"kind": "text", "text": text}]}
        answer = await self.call(node, "POST", f"/api/rooms/{room}/messages", words)
        told: dict[str, Any] = answer.raise_for_status().json()
        return told

    async def pages(self, node: Node, room: UUID | str) -> list[dict[str, Any]]:
        """All pages of a room, the oldest first; at least one. It ends where the room ended when the last was read."""
        pages: list[dict[str, Any]] = []
        after = 0
        while True:
            page = await self.get(node, f"/api/rooms/{room}/messages?after={after}&limit={MOST_ROWS}")
            pages.append(page)
            if page["newer"] is None:
                return pages
            after = page["messages"][-1]["ordinal"]

    async def close(self) -> None:
        for client in self.clients.values():
            await client.aclose()


async def final_log(node: Node, zone: str, who: UUID, room: UUID) -> list[dict[str, Any]]:
    """Every message that the room holds, by the history API, oldest first."""
    caller = Caller(who, zone)
    try:
        return [message for page in await caller.pages(node, room) for message in page["messages"]]
    finally:
        await caller.close()
