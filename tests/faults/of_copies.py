"""A copy of the embedded database, taken while everybody talks, and begun elsewhere (F26)."""

import asyncio
import time
from contextlib import closing
from itertools import pairwise
from pathlib import Path
from typing import Any

from pysqlite3 import dbapi2 as sqlite

from tests.cast import SATO
from tests.faults.bout import Bout
from tests.faults.calls import Caller
from tests.faults.log import Ack, Change
from tests.faults.server import Server

Said = dict[str, list[str]]
"""Of each room, the keys of its messages in their order."""


async def copies(bout: Bout) -> None:
    """F26: what was acknowledged before the copy was begun is in it, and it is the town at one moment."""
    while bout.goes_on():
        await bout.flow(200)
        began = time.monotonic()
        copy = bout.place.folder / f"copy{bout.counted['copies']}"
        copy.mkdir()
        await asyncio.to_thread(_copied, bout.servers[0].database.removeprefix("sqlite:"), copy / "yoriai.db")
        ended = time.monotonic()
        restored = Server(copy, f"sqlite:{copy / 'yoriai.db'}")
        try:
            await restored.start()
            _judge(bout, await _said(bout, restored), began, ended)
        finally:
            restored.stop()
        bout.counted["copies"] += 1


def _copied(source: str, copy: Path) -> None:
    """As the page for operators says (docs/running/backup.md)."""
    with (
        closing(sqlite.connect(f"file:{source}?mode=rw", uri=True)) as there,
        closing(sqlite.connect(copy)) as here,
    ):
        there.backup(here)
        assert here.execute("PRAGMA integrity_check").fetchone() == ("ok",)


async def _said(bout: Bout, restored: Server) -> Said:
    caller = Caller(SATO, "lgwan")
    try:
        pages: dict[str, list[dict[str, Any]]] = {
            str(room): await caller.pages(restored.node, room) for room in bout.crew.rooms
        }
    finally:
        await caller.close()
    return {
        room: [each["send_key"] for page in its for each in page["messages"]] for room, its in pages.items()
    }


def _judge(bout: Bout, said: Said, began: float, ended: float) -> None:
    """Nothing of before is missing, nothing of after is there, and of what lies between an end only."""
    events = bout.crew.history.events
    gone = {each.key for each in events if isinstance(each, Change) and each.text is None}
    for room, keys in said.items():
        acks = sorted(
            (each for each in events if isinstance(each, Ack) and each.room == room),
            key=lambda ack: ack.ordinal,
        )
        there = set(keys)
        lost = [each.key for each in acks if each.t < began and each.key not in there | gone]
        assert not lost, f"{len(lost)} that were acknowledged before the copy are not in it"
        kept = [each.key in there for each in acks if each.key not in gone]
        assert not any(later and not earlier for earlier, later in pairwise(kept)), (
            "of a room a piece is missing"
        )
        early = [each.ordinal for each in acks if each.key in there]
        assert early == sorted(early)
        bout.counted["messages in the copies"] += len(keys)
    assert ended - began < 30, "the copy kept everybody waiting"
