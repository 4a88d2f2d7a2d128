"""Asks the server by HTTP, as somebody's browser does."""

import json
import urllib.request
from dataclasses import dataclass
from typing import Any
from urllib.error import HTTPError

from bench.server import Served
from bench.town import Resident
from tools.words import Stop
from yoriai.people.sessions.authenticate import COOKIE


@dataclass(frozen=True)
class Asks:
    """One person of the town and the server that they ask."""

    server: Served
    resident: Resident

    def ask(self, method: str, path: str, body: object = None) -> dict[str, Any]:
        said = self.answer(method, path, body)
        return json.loads(said) if said else {}

    def answer(self, method: str, path: str, body: object = None, *, accepts: str = "identity") -> bytes:
        """As it came over the wire, on a connection of its own: packed, where that is accepted."""
        door = next(each for each in self.server.settings.listeners if each.zone == self.resident.zone.value)
        host, port = door.address
        is_file = isinstance(body, bytes)
        asked = urllib.request.Request(
            f"http://{host}:{port}{path}",
            data=body if isinstance(body, bytes) else json.dumps(body).encode() if body is not None else None,
            method=method,
            headers={
                "Host": f"{door.host}:{port}",
                "Origin": door.url,
                "Cookie": f"{COOKIE}={self.resident.token}",
                "Accept-Encoding": accepts,
                "Content-Type": "application/octet-stream" if is_file else "application/json",
            },
        )
        try:
            with urllib.request.urlopen(asked, timeout=120) as answer:
                said: bytes = answer.read()
        except HTTPError as refused:
            raise Stop(f"{method} {path}: {refused.read().decode()[:500]}", "the server refused.") from None
        return said
