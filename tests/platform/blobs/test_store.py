"""Blobs: what was put there comes back, byte for byte or not at all, and nobody reads it where it lies."""

import hashlib
import os
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.sealing import HEAD, PIECE, SEALED, Damaged
from yoriai.platform.blobs.store import LEFT_FOR, Blobs, Missing, Unusable, open_blobs

pytestmark = pytest.mark.anyio
KEY = b"a key of thirty-two bytes, no less"
SIZES = (0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE, 3 * PIECE + 17)


@pytest.fixture
def blobs(tmp_path: Path) -> Blobs:
    return open_blobs("", tmp_path / "files", lambda: KEY)


async def cut(data: bytes, step: int) -> AsyncIterator[bytes]:
    for start in range(0, len(data), step):
        yield data[start : start + step]


async def whole(blobs: Blobs, address: Address, start: int = 0, end: int | None = None) -> bytes:
    return b"".join([piece async for piece in blobs.read(address, start, end)])


def address_of(data: bytes, path: str = "a/b") -> Address:
    return Address(path, hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("size", SIZES)
async def test_what_was_put_there_comes_back_however_it_was_cut(blobs: Blobs, size: int):
    data = os.urandom(size)
    for step, path in ((7_001, "a/streamed"), (PIECE, "a/even"), (10_000_000, "a/at-once")):
        await blobs.put(address_of(data, path), cut(data, step))
        assert await whole(blobs, address_of(data, path)) == data
        assert await blobs.size(address_of(data, path)) == size
    await blobs.put_bytes(address_of(data), data)
    assert await blobs.read_bytes(address_of(data)) == data


@pytest.mark.parametrize("size", SIZES)
async def test_a_part_of_it_is_exactly_that_part(blobs: Blobs, size: int):
    data = os.urandom(size)
    await blobs.put_bytes(address_of(data), data)
    ends = sorted({0, 1, PIECE - 1, PIECE, PIECE + 1, size // 2, max(size - 1, 0), size, size + 5})
    for start in ends:
        for end in ends:
            if start <= end:
                assert await whole(blobs, address_of(data), start, end) == data[start:end]


async def test_nobody_reads_it_where_it_lies(blobs: Blobs, tmp_path: Path):
    await blobs.put_bytes(Address("a/b"), b"the budget of next year" * 100)
    lying = (tmp_path / "files/a/b").read_bytes()
    assert b"budget" not in lying
    assert len(lying) == HEAD + 2300 + 16
    with pytest.raises(Damaged):
        await open_blobs("", tmp_path / "files", lambda: b"another key of thirty-two bytes").read_bytes(
            Address("a/b")
        )


@pytest.mark.req("N109")
@pytest.mark.parametrize("at", [0, HEAD - 1, HEAD, HEAD + SEALED - 1, HEAD + SEALED, -1])
async def test_a_changed_byte_is_never_handed_on(blobs: Blobs, tmp_path: Path, at: int):
    data = os.urandom(2 * PIECE + 5)
    await blobs.put_bytes(address_of(data), data)
    file = tmp_path / "files/a/b"
    lying = bytearray(file.read_bytes())
    lying[at] ^= 1
    file.write_bytes(lying)
    with pytest.raises(Damaged):
        await blobs.read_bytes(address_of(data))


async def test_what_was_cut_off_or_moved_or_put_together_anew_does_not_open(blobs: Blobs, tmp_path: Path):
    data = os.urandom(3 * PIECE)
    await blobs.put_bytes(address_of(data), data)
    file = tmp_path / "files/a/b"
    lying = file.read_bytes()
    pieces = [lying[HEAD + at * SEALED : HEAD + (at + 1) * SEALED] for at in range(3)]
    for other in (
        lying[: HEAD + 2 * SEALED],
        lying[:-1],
        lying[:HEAD],
        lying[:HEAD] + pieces[1] + pieces[0] + pieces[2],
    ):
        file.write_bytes(other)
        with pytest.raises(Damaged):
            await blobs.read_bytes(address_of(data))
    file.with_name("c").write_bytes(lying)
    with pytest.raises(Damaged):
        await blobs.read_bytes(address_of(data, "a/c"))


async def test_what_does_not_have_the_hash_of_its_address_is_damaged(blobs: Blobs):
    await blobs.put_bytes(Address("a/b"), b"something else")
    with pytest.raises(Damaged):
        await blobs.read_bytes(address_of(b"what was meant"))


async def test_what_lies_there_stays_as_it_is(blobs: Blobs, tmp_path: Path):
    await blobs.put_bytes(Address("a/b"), b"first")
    before = (tmp_path / "files/a/b").read_bytes()
    await blobs.put_bytes(Address("a/b"), b"second")
    await blobs.put(Address("a/b"), cut(b"third", 2))
    assert (tmp_path / "files/a/b").read_bytes() == before


async def test_what_was_taken_away_is_gone_and_taking_it_away_again_is_no_matter(
    blobs: Blobs, tmp_path: Path
):
    for path in ("a/b", "a/c/d", "ab/c"):
        await blobs.put_bytes(Address(path), b"x")
    await blobs.delete_below("a")
    await blobs.delete_below("a")
    assert [await blobs.has(Address(path)) for path in ("a/b", "a/c/d", "ab/c")] == [False, False, True]
    assert [each.name for each in (tmp_path / "files").iterdir()] == ["ab"]

    await blobs.delete(Address("ab/c"))
    await blobs.delete(Address("ab/c"))
    with pytest.raises(Missing):
        await blobs.read_bytes(Address("ab/c"))


async def test_what_breaks_off_on_its_way_in_is_not_there(blobs: Blobs, tmp_path: Path):
    async def breaking() -> AsyncIterator[bytes]:
        yield b"a" * PIECE * 200
        raise ConnectionError

    with pytest.raises(ConnectionError):
        await blobs.put(Address("a/b"), breaking())
    assert not await blobs.has(Address("a/b"))
    assert not [each for each in (tmp_path / "files").rglob("*") if each.is_file()]


@pytest.mark.req("N61")
@pytest.mark.parametrize(
    "path", ["", "/", "../a", "a/../b", "a//b", "a/b/", "A", "a\0b", "a b", "あ", "a\\b", "a.b"]
)
def test_a_path_that_is_none_of_ours_is_no_address(path: str):
    with pytest.raises(ValueError, match="no path of ours"):
        Address(path)


async def test_what_was_left_half_way_is_gone_after_a_day_and_nothing_else(blobs: Blobs, tmp_path: Path):
    await blobs.put_bytes(Address("a/b"), b"words")
    old, new = tmp_path / "files/a/b#1", tmp_path / "files/a/c#12"
    for each in (old, new):
        each.write_bytes(b"half")
    os.utime(tmp_path / "files/a/b", (0, 0))
    os.utime(old, (0, time.time() - LEFT_FOR - 60))

    await blobs.tidy()
    assert (old.exists(), new.exists()) == (False, True)
    assert await blobs.read_bytes(Address("a/b")) == b"words"


def lying(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_a_store_that_keeps_nothing_says_so(blobs: Blobs, tmp_path: Path):
    assert await blobs.answers() < 10
    assert lying(tmp_path / "files") == []
    (tmp_path / "files").rmdir()
    (tmp_path / "files").write_bytes(b"no folder")
    with pytest.raises(Unusable):
        await blobs.answers()
