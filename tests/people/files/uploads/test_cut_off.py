"""Whatever breaks meanwhile, the line, the server, the node: it is one file, and the right one."""

import asyncio
import hashlib
import random
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Protocol
from uuid import UUID

import pytest

from tests.cast import token_of
from tests.grounds import Ground
from tests.people.files.bringing import TUS, Bringer
from tests.town import SATO, Town, open_town
from tests.two_nodes import Nodes
from yoriai.people.files.models import File
from yoriai.people.files.uploads.limits import MOST_IN_ONE, PART
from yoriai.people.sessions.authenticate import COOKIE

pytestmark = [pytest.mark.anyio, pytest.mark.req("FILE-1", "N87")]
SEED = 20261127
LETTERS = bytes(b"abcdefghijklmnopqrstuvwxyz \n"[each % 28] for each in range(256))


def content(size: int) -> bytes:
    """Words, so that the check has something to make; a mistake in the order shows."""
    return random.Random(SEED).randbytes(size).translate(LETTERS)


class Content(Protocol):
    """All of a file, at hand or made where it is read."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> bytes: ...


async def cut_off(bringer: Bringer, upload: str, data: Content) -> None:
    """Go on where it stands, over a line that breaks in the midst of a piece, when something of that has come."""
    start = await bringer.has_come(upload)  # the line before may still bring some: then this one is told so
    assert start < len(data)
    async with line(bringer, upload, start, len(data[start : start + 3_000_000])) as (_, writer):
        writer.write(data[start : start + 1_200_000])
        await writer.drain()
    await come_to(bringer, upload, start + 1)


@asynccontextmanager
async def line(
    bringer: Bringer, upload: str, offset: int, size: int | None
) -> AsyncGenerator[tuple[asyncio.StreamReader, asyncio.StreamWriter]]:
    """A connection on which a piece has been begun."""
    zone, port = bringer.zone, bringer.town.ports[bringer.zone]
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    head = {
        "host": f"{zone}.localhost:{port}",
        "origin": bringer.town.origin(zone),
        "cookie": f"{COOKIE}={token_of(bringer.who, zone)}",
        "content-type": "application/offset+octet-stream",
        **({"transfer-encoding": "chunked"} if size is None else {"content-length": str(size)}),
        "upload-offset": str(offset),
        **TUS,
    }
    lines = [f"PATCH {upload} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
    writer.write("\r\n".join(lines).encode())
    yield reader, writer
    writer.close()


@pytest.mark.parametrize(("more", "status"), [(0, b"204"), (1, b"413")])
async def test_of_a_body_that_states_no_length_what_was_announced_is_taken_and_no_more(
    town: Town, more: int, status: bytes
):
    sato = Bringer(town, SATO)
    upload = await sato.begun(2 * PART)
    async with line(sato, upload, 0, None) as (reader, writer):
        for _ in range(2):
            writer.write(b"100000\r\n" + b"a" * PART + b"\r\n")
        writer.write(b"1\r\na\r\n" * more + b"0\r\n\r\n")
        async with asyncio.timeout(20):
            assert (await reader.readline()).split()[1] == status
    assert await sato.has_come(upload) <= 2 * PART


async def come_to(bringer: Bringer, upload: str, least: int) -> None:
    async with asyncio.timeout(30):
        while await bringer.has_come(upload) < least:  # noqa: ASYNC110 nobody tells how far it has come
            await asyncio.sleep(0.01)


async def carried_on(bringer: Bringer, upload: str, data: bytes) -> str:
    """Bring what is missing, in as large pieces as may be; the file's id."""
    while True:
        start = await bringer.has_come(upload)
        answer = await bringer.sends(upload, start, data[start : start + MOST_IN_ONE])
        if answer.status_code == 409:  # what was still on its way over a broken line has come meanwhile
            continue
        assert answer.status_code == 204, answer.text
        if "yoriai-file" in answer.headers:
            return answer.headers["yoriai-file"]


async def hash_of(town: Town, file_id: str) -> str:
    async with town.assembly.works.reading() as work:
        file = await work.session.get(File, UUID(file_id))
        assert file is not None
        return file.sha256


async def test_an_upload_cut_five_times_over_a_restart_is_one_right_file(
    ground: Ground, tmp_path: Path, quick_folder: Path
):
    data = content(7 * 1024 * 1024 + 12_345)  # of each of five lines at most 1.2 million come
    with ground.copied(quick_folder) as url:
        async with open_town(url, tmp_path) as town:
            sato = Bringer(town, SATO)
            upload = await sato.begun(len(data), "記録.txt")
            for _ in range(3):
                await cut_off(sato, upload, data)
        async with open_town(url, tmp_path) as town:
            sato = Bringer(town, SATO)
            assert await sato.has_come(upload) > 0
            for _ in range(2):
                await cut_off(sato, upload, data)
            file_id = await carried_on(sato, upload, data)
            assert (await sato.judged(file_id))["state"] == "disarmed"
            assert await hash_of(town, file_id) == hashlib.sha256(data).hexdigest()


@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
async def test_pieces_that_come_to_two_nodes_are_one_file(nodes: Nodes):
    data = content(300_000)
    here, there = Bringer(nodes.here, SATO), Bringer(nodes.there, SATO)
    upload = await here.begun(len(data), "記録.txt")
    assert (await here.sends(upload, 0, data[:100_000])).status_code == 204
    assert (await there.sends(upload, 100_000, data[100_000:200_000])).status_code == 204
    assert (await here.sends(upload, 100_000, data[100_000:200_000])).json()["details"] == {"offset": 200_000}

    file_id = await carried_on(here, upload, data)
    assert (await there.judged(file_id))["state"] == "disarmed"
    assert await hash_of(nodes.there, file_id) == hashlib.sha256(data).hexdigest()


async def test_more_connections_of_one_person_than_may_be_are_asked_to_wait(town: Town):
    sato = Bringer(town, SATO)
    uploads = [await sato.begun(100) for _ in range(5)]
    receiving = town.assembly.app.state.receiving
    async with (
        line(sato, uploads[0], 0, 100),
        line(sato, uploads[1], 0, 100),
        line(sato, uploads[2], 0, 100),
        line(sato, uploads[3], 0, 100),
    ):
        async with asyncio.timeout(10):
            while receiving.streams[SATO] < 4:  # noqa: ASYNC110 nor who is being listened to
                await asyncio.sleep(0.01)
        refused = await sato.sends(uploads[4], 0, b"a")
        assert (refused.status_code, refused.json()["code"]) == (503, "not_now")
    async with asyncio.timeout(10):
        while receiving.streams[SATO]:  # noqa: ASYNC110 as above
            await asyncio.sleep(0.01)
    assert (await sato.sends(uploads[4], 0, b"a")).status_code == 204
