"""Heads of the chains kept beside the database, each under a seal: so that a tail cut off in it is found (N120).

Whoever can write to the database can make a whole new chain that holds together. They cannot make it end in the hash
that a file outside says it had at that moment, nor seal another one without the key of the installation.
"""

import hashlib
import hmac
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

import orjson
import structlog
from sqlalchemy import select

from yoriai.platform.work.edge import Works
from yoriai.platform.work.home import Home
from yoriai.watch.audit.chain import BEGINNING, NOBODYS
from yoriai.watch.audit.facts import AuditRestored
from yoriai.watch.audit.models import AuditHead

FOLDER: Final = "audit"
FILE: Final = "heads.jsonl"

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class KeptHead:
    """So far a chain had come at a moment, and the hash that it ended in."""

    tenant_id: str
    count: int
    hash: str
    at: str
    is_after_restoring: bool = False
    """A backup came back: the chain goes on from here, and what was kept of it beyond is another's."""

    def seal(self, key: bytes) -> str:
        words = " ".join((self.tenant_id, str(self.count), self.hash, self.at, str(self.is_after_restoring)))
        return hmac.new(key, b"audit head\n" + words.encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, slots=True)
class KeptHeads:
    """Everything in the file, and the first line that nobody here has sealed."""

    heads: Mapping[UUID, Sequence[KeptHead]]
    forged_line: int | None


async def keep_heads(works: Works, _: Mapping[str, object]) -> None:
    """Write down how far each chain has come since the last time, into the file and into the log of the machine."""
    if works.home is None:
        return
    async with works.reading() as work:
        found = (
            await work.session.execute(select(AuditHead.tenant_id, AuditHead.count, AuditHead.hash))
        ).all()
    known = {which: heads[-1].count for which, heads in read_heads(works.home).heads.items()}
    now = works.now().isoformat(timespec="seconds")
    new = [
        KeptHead(str(tenant_id), count, hashed, now)
        for tenant_id, count, hashed in found
        if count != known.get(tenant_id, 0)
    ]
    _add(works.home, new)
    for head in new:
        log.info("audit head", tenant=head.tenant_id, count=head.count, hash=head.hash)


async def begin_again(works: Works, home: Home) -> Mapping[UUID, int]:
    """After a backup came back: let every chain go on from where it ends now. How many rows of each are gone is said by
    what was kept, and stands in the log from here on."""
    kept = read_heads(home).heads
    lost: dict[UUID, int] = {}
    async with works.writing() as work:
        found = await work.session.execute(select(AuditHead.tenant_id, AuditHead.count, AuditHead.hash))
        now = work.now.isoformat(timespec="seconds")
        ends = {row[0]: KeptHead(str(row[0]), row[1], row[2], now, True) for row in found}
        for tenant_id, heads in kept.items():
            furthest = max(head.count for head in heads)
            end = ends.get(tenant_id) or KeptHead(str(tenant_id), 0, BEGINNING, now, True)
            if furthest > end.count:
                ends[tenant_id] = end
                lost[tenant_id] = furthest - end.count
                if tenant_id != NOBODYS:
                    work.state(
                        AuditRestored(tenant_id=tenant_id, last=end.count, lost=lost[tenant_id]), by=None
                    )
    _add(home, [ends[tenant_id] for tenant_id in sorted(lost)])
    return lost


def read_heads(home: Home) -> KeptHeads:
    """What was written down here, in its order."""
    file, heads = home.folder / FOLDER / FILE, dict[UUID, list[KeptHead]]()
    if not file.is_file():
        return KeptHeads(heads, None)
    key, forged = home.key(), None
    with file.open(encoding="utf-8", errors="replace") as lines:
        for number, line in enumerate(lines, start=1):
            if not line.endswith("\n"):
                break  # the machine stopped in the middle of it: it says no more than one that was never begun
            head = _sealed(line, key)
            if head is None:
                forged = forged or number
            else:
                mine = heads.setdefault(UUID(head.tenant_id), [])
                if head.is_after_restoring:
                    mine[:] = [each for each in mine if each.count <= head.count]
                mine.append(head)
    return KeptHeads(heads, forged)


def _sealed(line: str, key: bytes) -> KeptHead | None:
    try:
        said = json.loads(line)
        seal = said.pop("seal")
        head = KeptHead(**said)
        UUID(head.tenant_id)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None
    return head if hmac.compare_digest(head.seal(key), str(seal)) else None


def _add(home: Home, heads: Sequence[KeptHead]) -> None:
    if not heads:
        return
    folder = home.folder / FOLDER
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    key = home.key()
    lines = b"".join(orjson.dumps(asdict(head) | {"seal": head.seal(key)}) + b"\n" for head in heads)
    opened = os.open(folder / FILE, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    with os.fdopen(opened, "ab") as file:
        file.truncate(_whole(folder / FILE))
        file.write(lines)
        file.flush()
        os.fsync(file.fileno())


def _whole(file: Path) -> int:
    """How much of it are whole lines. What stands behind the last of them was broken off, and nothing is added to it."""
    return file.read_bytes().rfind(b"\n") + 1
