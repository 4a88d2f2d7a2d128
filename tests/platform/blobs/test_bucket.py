"""The same store in a bucket that machines share: moto's, spoken to as any other."""

import os
from collections.abc import AsyncIterator, Generator
from pathlib import Path

import httpx2
import obstore
import pytest
from moto.server import ThreadedMotoServer
from obstore.store import S3Store

from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.sealing import PIECE, Damaged
from yoriai.platform.blobs.store import AT_A_TIME, Blobs, Missing, open_blobs

pytestmark = pytest.mark.anyio
KEY = b"a key of thirty-two bytes, no less"
NAMED = {
    "AWS_ACCESS_KEY_ID": "of-the-test",
    "AWS_SECRET_ACCESS_KEY": "of-the-test",
    "AWS_REGION": "us-east-1",
}


@pytest.fixture(scope="module")
def endpoint() -> Generator[str]:
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture
def blobs(endpoint: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Blobs:
    httpx2.put(f"{endpoint}/yoriai").raise_for_status()
    for name, value in NAMED.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_ALLOW_HTTP", "true")
    return open_blobs("s3://yoriai/files", tmp_path, lambda: KEY)


async def cut(data: bytes) -> AsyncIterator[bytes]:
    for start in range(0, len(data), 300_000):
        yield data[start : start + 300_000]


async def test_a_bucket_keeps_and_gives_back_what_a_folder_would(blobs: Blobs):
    data = os.urandom(2 * AT_A_TIME + 12_345)
    await blobs.put(Address("a/large"), cut(data))
    await blobs.put_bytes(Address("a/small"), b"words")
    assert await blobs.read_bytes(Address("a/large")) == data
    assert await blobs.read_bytes(Address("a/small")) == b"words"
    part = [piece async for piece in blobs.read(Address("a/large"), PIECE - 3, PIECE + 3)]
    assert b"".join(part) == data[PIECE - 3 : PIECE + 3]


async def test_nobody_reads_it_in_the_bucket(blobs: Blobs):
    await blobs.put_bytes(Address("a/b"), b"the budget of next year" * 10)
    bucket = S3Store.from_url("s3://yoriai/files")
    found = await obstore.get_async(bucket, "a/b")
    lying = bytes(await found.bytes_async())
    assert len(lying) > 230 and b"budget" not in lying

    await obstore.put_async(bucket, "a/b", lying[:-1])
    with pytest.raises(Damaged):
        await blobs.read_bytes(Address("a/b"))


async def test_what_is_taken_away_below_a_path_is_gone_and_nothing_else(blobs: Blobs):
    for path in ("c/1", "c/2/3", "cd/1"):
        await blobs.put_bytes(Address(path), b"x")
    await blobs.delete_below("c")
    await blobs.delete(Address("c/1"))
    assert [await blobs.has(Address(path)) for path in ("c/1", "c/2/3", "cd/1")] == [False, False, True]
    with pytest.raises(Missing):
        await blobs.read_bytes(Address("c/1"))
