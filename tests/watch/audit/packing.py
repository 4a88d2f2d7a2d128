"""An auditor and what they are handed: packs, made at once and opened."""

import csv
import io
import json
from datetime import timedelta
from typing import Any
from uuid import UUID
from zipfile import ZipFile

from sqlalchemy import select

from tests.cast import TAKAHASHI
from tests.town import Town
from yoriai.kit.days import day_in_japan
from yoriai.watch.audit.packs.making import make
from yoriai.watch.audit.packs.models import AuditPack

ALL = "/api/audit-packs"
REASON = "情報セキュリティ監査"


def wish(town: Town, **changed: object) -> dict[str, object]:
    """The last month."""
    today = day_in_japan(town.assembly.works.now())
    days = {"first": (today - timedelta(days=30)).isoformat(), "last": today.isoformat()}
    return {"reason": REASON, **days, **changed}


async def asks(town: Town, who: UUID = TAKAHASHI, **changed: object) -> str:
    """The path of what was asked for."""
    answer = await town.call(who, "POST", ALL, wish(town, **changed))
    assert answer.status_code == 202, answer.text
    return f"{ALL}/{answer.json()['pack_id']}"


async def made(town: Town, path: str) -> None:
    """Let it be made, whether the town's own worker has begun with it or not."""
    await make(town.assembly.works, {"pack_id": path.rpartition("/")[2]})


async def takes(town: Town, path: str, who: UUID = TAKAHASHI) -> bytes:
    answer = await town.call(who, "POST", f"{path}/file")
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"] == "application/zip"
    return answer.content


async def packed(town: Town, who: UUID = TAKAHASHI, **changed: object) -> bytes:
    """A pack from the asking to the file."""
    path = await asks(town, who, **changed)
    await made(town, path)
    return await takes(town, path, who)


async def listed(town: Town, who: UUID = TAKAHASHI) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await town.call(who, "GET", ALL)).json()["packs"]
    return found


def files(content: bytes) -> dict[str, bytes]:
    with ZipFile(io.BytesIO(content)) as zipped:
        return {name: zipped.read(name) for name in zipped.namelist()}


def table(content: dict[str, bytes], name: str) -> list[dict[str, Any]]:
    """The rows of a table, as a program reads them, once they are the same as those of the spreadsheet."""
    rows: list[dict[str, Any]] = json.loads(content[f"json/{name}.json"])
    _, *lines = csv.reader(io.StringIO(content[f"csv/{name}.csv"].decode("utf-8-sig")))
    assert len(lines) == len(rows)
    return rows


async def row_of(town: Town, path: str) -> AuditPack:
    async with town.assembly.works.reading() as work:
        asked = select(AuditPack).where(AuditPack.id == UUID(path.rpartition("/")[2]))
        return (await work.session.scalars(asked)).one()
