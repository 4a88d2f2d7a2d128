"""The store of blobs: a folder of this machine, or a bucket that several machines share. All of it is streamed."""

import asyncio
import os
import re
import shutil
import time
from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

import obstore
from obstore.exceptions import BaseError
from obstore.store import LocalStore, ObjectStore, S3Store

from yoriai.platform.blobs.address import Address
from yoriai.platform.blobs.sealing import HEAD, PIECE, SALT, SEALED, Damaged, Seal, seal, seal_of, size_of

AT_A_TIME: Final = 5 * 1024 * 1024  # bytes that go to a bucket in one request: the least that it takes
UNDER_WAY: Final = 2  # such requests of one blob
TAKEN: Final = 4 * PIECE  # bytes that are read at a time
BUCKET: Final = "s3://"
PATIENCE: Final = 10.0  # seconds for a trial
LEFT_FOR: Final = 24 * 3600.0  # seconds, after which nobody is still putting it away

_STAGED: Final = re.compile(r"#[0-9]+$")


class Missing(Exception):
    """Nothing lies there."""


class Unusable(Exception):
    """What is put there does not come back; it says why."""


class Blobs:
    """Puts bytes away and gives them back. Memory stays flat, however large a blob is."""

    def __init__(self, store: ObjectStore, key: Callable[[], bytes], folder: Path | None = None) -> None:
        self._store = store
        self._key = key
        self._folder = folder
        """Where it is one of this machine: what was put there is on the disk before anybody is told so."""

    async def put(self, address: Address, content: AsyncIterator[bytes]) -> None:
        """Put a blob away, whole or not at all. One that lies there stays as it is."""
        if not await self.has(address):
            sealed = self._new_seal(address).close_all(content)
            await obstore.put_async(
                self._store, address.path, sealed, chunk_size=AT_A_TIME, max_concurrency=UNDER_WAY
            )
            await self._secure(address)

    async def put_bytes(self, address: Address, content: bytes) -> None:
        """The same of what is at hand."""
        if not await self.has(address):
            sealed = self._new_seal(address).close_whole(content)
            await obstore.put_async(self._store, address.path, sealed, use_multipart=False)
            await self._secure(address)

    async def has(self, address: Address) -> bool:
        """Whether a blob lies there."""
        try:
            await obstore.head_async(self._store, address.path)
        except FileNotFoundError:
            return False
        return True

    async def size(self, address: Address) -> int:
        """How many bytes its content has. `Missing` where there is none."""
        try:
            return size_of((await obstore.head_async(self._store, address.path))["size"])
        except FileNotFoundError:
            raise Missing from None

    async def read(self, address: Address, start: int = 0, end: int | None = None) -> AsyncIterator[bytes]:
        """The content from `start` up to but not including `end`, as it comes. `Missing` where there is none, and
        `Damaged` before a byte that is not what was put there; of a whole one also where its hash is another."""
        size = await self.size(address)
        end = size if end is None else min(end, size)
        if start >= end and (size or start):
            return
        hashed = sha256()
        async for piece in self._cut(address, size, start, end):
            hashed.update(piece)
            yield piece
        if address.sha256 and (start, end) == (0, size) and hashed.hexdigest() != address.sha256:
            raise Damaged

    async def read_bytes(self, address: Address) -> bytes:
        """All of it, for what is known to be small."""
        return b"".join([piece async for piece in self.read(address)])

    async def delete(self, address: Address) -> None:
        """Take a blob away. One that is not there is gone already."""
        await self._delete([address.path])

    async def delete_below(self, path: str) -> None:
        """Take away everything that lies below a path, whoever put it there."""
        Address(path)
        # One of its forms is of a library that is not here, so that its type is not known as a whole.
        listed = obstore.list(self._store, prefix=path)  # pyright: ignore[reportUnknownMemberType]
        async for found in listed:
            await self._delete([each["path"] for each in found])
        if self._folder is not None:
            await asyncio.to_thread(shutil.rmtree, self._folder / path, ignore_errors=True)

    async def tidy(self) -> None:
        """Take away what was left where this or another machine died while it put a blob away. A bucket does so by its
        own rules."""
        if self._folder is not None:
            await asyncio.to_thread(_tidied, self._folder, time.time() - LEFT_FOR)

    async def answers(self) -> float:
        """Put something small away, read it again and take it away; the seconds that it took. `Unusable` where that
        cannot be done within a while."""
        began = time.monotonic()
        try:
            async with asyncio.timeout(PATIENCE):
                folder = f"trial-{os.urandom(8).hex()}"
                trial = Address(f"{folder}/1")
                await self.put_bytes(trial, b"a trial")
                if await self.read_bytes(trial) != b"a trial":
                    raise Damaged
                await self.delete_below(folder)
        except TimeoutError:
            raise Unusable(f"{PATIENCE:.0f} s") from None
        except (OSError, Damaged, Missing, BaseError) as error:
            raise Unusable(type(error).__name__) from None
        return time.monotonic() - began

    def room(self) -> int | None:
        """How many bytes the disk of the folder has left; None of a bucket, which does not say."""
        return None if self._folder is None else shutil.disk_usage(self._folder).free

    async def _delete(self, paths: list[str]) -> None:
        for path in paths:
            try:
                await obstore.delete_async(self._store, path)
            except FileNotFoundError:
                continue

    async def _cut(self, address: Address, size: int, start: int, end: int) -> AsyncIterator[bytes]:
        """The pieces that hold these bytes, opened, without what stands before and after."""
        sealed = seal_of(self._key(), address.path, await self._range(address, 0, HEAD))
        number, last = start // PIECE, max(size - 1, 0) // PIECE
        until = min(max(end - 1, 0) // PIECE, last)
        async for piece in self._pieces(address, number, until):
            opened = sealed.opened(number, piece, is_last=number == last)
            yield opened[max(start - number * PIECE, 0) : max(end - number * PIECE, 0)]
            number += 1
        if number <= until:
            raise Damaged

    async def _pieces(self, address: Address, first: int, until: int) -> AsyncIterator[bytes]:
        """As they lie there."""
        span = (HEAD + first * SEALED, HEAD + (until + 1) * SEALED)
        found = await obstore.get_async(self._store, address.path, options={"range": span})
        waiting = bytearray()
        async for came in found.stream(min_chunk_size=TAKEN):
            waiting += came
            while len(waiting) >= SEALED:
                yield bytes(waiting[:SEALED])
                del waiting[:SEALED]
        if waiting:
            yield bytes(waiting)

    async def _range(self, address: Address, start: int, end: int) -> bytes:
        try:
            return bytes(await obstore.get_range_async(self._store, address.path, start=start, end=end))
        except FileNotFoundError:
            raise Missing from None

    def _new_seal(self, address: Address) -> Seal:
        return seal(self._key(), address.path, os.urandom(SALT))

    async def _secure(self, address: Address) -> None:
        if self._folder is not None:
            await asyncio.to_thread(_on_disk, self._folder, self._folder / address.path)


def open_blobs(place: str, folder: Path, key: Callable[[], bytes]) -> Blobs:
    """The store at a place: a bucket (`s3://…`), another folder, or, where nothing is said, this one."""
    if place.startswith(BUCKET):
        return Blobs(S3Store.from_url(place), key)
    here = (Path(place) if place else folder).absolute()
    here.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Blobs(LocalStore(here), key, here)


def _tidied(root: Path, until: float) -> None:
    """What is being put away lies beside its place, under its name with a number, until it is whole."""
    for folder, _, names in os.walk(root):
        for name in names:
            left = Path(folder, name)
            with suppress(FileNotFoundError):
                if _STAGED.search(name) and left.stat().st_mtime < until:
                    left.unlink()


def _on_disk(root: Path, file: Path) -> None:
    """A loss of power takes nothing that was acknowledged: neither bytes nor the name under which they lie."""
    _sync(file)
    for folder in file.parents:
        _sync(folder)
        if folder == root:
            return


def _sync(path: Path) -> None:
    opened = os.open(path, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
