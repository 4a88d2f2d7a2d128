"""The file itself: a ZIP that is written bit by bit, and what each file in it hashes to."""

import asyncio
import hashlib
from collections.abc import AsyncGenerator, Generator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from yoriai.kit.days import JST
from yoriai.watch.audit.packs.tables import Table, csv_head, csv_of, json_of

SUMS: Final = "SHA256SUMS"
IN_MEMORY: Final = 1024 * 1024  # bytes
COPIED: Final = 256 * 1024  # bytes


class Entry:
    """A file in the pack while it is written."""

    def __init__(self, opened: IO[bytes]) -> None:
        self.opened, self.digest = opened, hashlib.sha256()

    async def write(self, content: bytes) -> None:
        """Packed beside the event loop."""
        self.digest.update(content)
        await asyncio.to_thread(self.opened.write, content)


class Packing:
    """A pack while it is written. It never holds more of it than a piece."""

    def __init__(self, zipped: ZipFile, at: datetime) -> None:
        self.zipped, self.sums = zipped, dict[str, str]()
        here = at.astimezone(JST)
        self.moment = (here.year, here.month, here.day, here.hour, here.minute, here.second)

    @asynccontextmanager
    async def file(self, name: str) -> AsyncGenerator[Entry]:
        """Write a file of this name, whole."""
        described = ZipInfo(name, self.moment)
        described.compress_type, described.external_attr = ZIP_DEFLATED, 0o600 << 16
        with self.zipped.open(described, "w", force_zip64=True) as opened:
            entry = Entry(opened)
            yield entry
        self.sums[name] = entry.digest.hexdigest()

    async def whole(self, name: str, content: bytes) -> None:
        """Write a small file at once."""
        async with self.file(name) as entry:
            await entry.write(content)

    async def table(self, table: Table) -> int:
        """Write a table in both forms from one reading of it; how many lines it has."""
        count = 0
        with SpooledTemporaryFile(IN_MEMORY) as aside:
            aside.write(b"[")
            async with self.file(f"csv/{table.name}.csv") as entry:
                await entry.write(csv_head(table))
                async for lines in table.rows():
                    await entry.write(csv_of(lines))
                    for line in json_of(table, lines):
                        aside.write((b",\n" if count else b"\n") + line)
                        count += 1
            aside.write(b"\n]\n")
            aside.seek(0)
            async with self.file(f"json/{table.name}.json") as entry:
                while piece := aside.read(COPIED):
                    await entry.write(piece)
        return count

    def close(self) -> None:
        """Write what every file hashes to, in the form that `sha256sum --check` reads."""
        lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(self.sums.items()))
        self.zipped.writestr(ZipInfo(SUMS, self.moment), lines)


@contextmanager
def packing(made: IO[bytes], at: datetime) -> Generator[Packing]:
    """A pack into this file, closed when the block ends without an exception."""
    with ZipFile(made, "w", ZIP_DEFLATED) as zipped:
        pack = Packing(zipped, at)
        yield pack
        pack.close()
