"""Bringing files as the client does: an upload, its pieces, and what became of it."""

import asyncio
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

import httpx2

from tests.keys import new_send_key
from tests.town import Town

TUS = {"tus-resumable": "1.0.0"}


@dataclass
class Bringer:
    """Somebody who brings files from one side."""

    town: Town
    who: UUID
    zone: str = "lgwan"

    async def ask(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str] | None = None
    ) -> httpx2.Response:
        return await self.town.call(
            self.who, method, path, body, zone=self.zone, headers=TUS | dict(headers or {})
        )

    async def begins(self, length: int | str, name: str = "写真.txt", key: str = "") -> httpx2.Response:
        said = f"filename {encoded(name)},request_key {encoded(key or new_send_key())}"
        return await self.ask(
            "POST", "/api/uploads", headers={"upload-length": str(length), "upload-metadata": said}
        )

    async def begun(self, length: int, name: str = "写真.txt", key: str = "") -> str:
        """The address of a new upload."""
        answer = await self.begins(length, name, key)
        assert answer.status_code == 201, answer.text
        return answer.headers["location"]

    async def sends(self, upload: str, offset: int, piece: bytes) -> httpx2.Response:
        return await self.ask("PATCH", upload, piece, {"upload-offset": str(offset)})

    async def has_come(self, upload: str) -> int:
        answer = await self.ask("HEAD", upload)
        assert answer.status_code == 200
        return int(answer.headers["upload-offset"])

    async def brings(self, data: bytes, name: str = "写真.txt") -> str:
        """A whole file; its id."""
        answer = await self.sends(await self.begun(len(data), name), 0, data)
        assert answer.status_code == 204, answer.text
        return answer.headers["yoriai-file"]

    async def state(self, file_id: str) -> dict[str, object]:
        return (await self.town.call(self.who, "GET", f"/api/files/{file_id}", zone=self.zone)).json()

    async def judged(self, file_id: str, within: float = 60.0) -> dict[str, object]:
        """What has become of a file, once that is known."""
        async with asyncio.timeout(within):
            while _is_waiting(found := await self.state(file_id)):  # noqa: ASYNC110 whoever asks over HTTP is not told
                await asyncio.sleep(0.02)
        return found


def _is_waiting(found: Mapping[str, object]) -> bool:
    """Also where a server that has no time says so, as a client does that asks again."""
    return found.get("state") == "checking" or found.get("code") == "not_now"


def encoded(text: str) -> str:
    return b64encode(text.encode()).decode()
