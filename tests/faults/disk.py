"""A disk that forgets, lies and fails, put between a server and its files: what disk.c notes is undone here."""

import random
import struct
from collections.abc import Generator, Mapping
from dataclasses import dataclass
from pathlib import Path

from bench.compiler import compiled
from tools.places import ROOT

HEAD = struct.Struct("=qqq")
SWITCH = struct.Struct("=qq")
SYNC = 2000  # microseconds
SECTOR = 512  # bytes that a disk writes whole
Note = tuple[int, int, bytes]
"""Where, how long the file was before, and what stood there."""


def program() -> Path:
    """What is to be preloaded."""
    return compiled("disk.so", [ROOT / "tests" / "faults" / "disk.c"], flags=("-shared", "-fPIC", "-ldl"))


@dataclass(frozen=True)
class Disk:
    """The disk below a folder, for servers that are started in these surroundings."""

    under: Path
    notes: Path
    switch: Path
    lies: bool = False

    @classmethod
    def below(cls, folder: Path, *, lies: bool = False) -> "Disk":
        """The notes lie beside the folder: they must not be forgotten with it, and be there as long as the server is."""
        notes = folder.with_name(f"{folder.name}-notes")
        notes.mkdir()
        switch = notes.with_suffix(".switch")
        switch.write_bytes(SWITCH.pack(0, 0))
        return cls(folder, notes, switch, lies)

    @property
    def surroundings(self) -> Mapping[str, str]:
        told: dict[str, object] = {
            "DISK_UNDER": self.under,
            "DISK_NOTES": self.notes,
            "DISK_SWITCH": self.switch,
        }
        told |= {"DISK_SYNC_US": SYNC, "LD_PRELOAD": program()}
        found = {name: str(word) for name, word in told.items()}
        return found | ({"DISK_LIES": "1"} if self.lies else {})

    def fail(self, after: int, times: int) -> None:
        """After so many writes from now on, so many fail."""
        with self.switch.open("r+b") as file:  # the same file: the server looks at its memory
            file.write(SWITCH.pack(after, times))

    def still_to_fail(self) -> int:
        return max(SWITCH.unpack(self.switch.read_bytes())[1], 0)

    def cut_the_power(self, dice: random.Random) -> int:
        """Undo what was not synced, as a disk may have it: all of it, or the end, the first of which is torn.

        Of a disk that lies nothing is left, so that what it lost can be counted: half of it could not be opened.
        """
        by_inode = {path.stat().st_ino: path for path in self.under.rglob("*") if path.is_file()}
        undone = 0
        for noted in self.notes.iterdir():
            notes = list(_read(noted.read_bytes()))
            path = by_inode.get(int(noted.name))
            if path and notes:
                first = 0 if self.lies else dice.choice((0, dice.randrange(len(notes))))
                _undo(path, notes[first:], dice, torn=not self.lies)
                undone += len(notes) - first
            noted.unlink()
        for shared_memory in self.under.rglob("*-shm"):
            shared_memory.unlink()
        return undone


def _undo(path: Path, notes: list[Note], dice: random.Random, *, torn: bool) -> None:
    with path.open("r+b") as file:
        for place, (offset, before, old) in reversed(list(enumerate(notes))):
            # Of the first that is lost, some sectors may have come to lie on the disk.
            kept = dice.randrange(0, max(len(old), 1), SECTOR) if place == 0 and torn else 0
            file.seek(offset + kept)
            file.write(old[kept:])
            file.truncate(before)


def _read(raw: bytes) -> Generator[Note]:
    at = 0
    while at + HEAD.size <= len(raw):
        offset, before, size = HEAD.unpack_from(raw, at)
        at += HEAD.size
        yield offset, before, raw[at : at + size]
        at += size
