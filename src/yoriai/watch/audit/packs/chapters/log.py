"""監査の記録: the rows of the days, for people and for whoever looks the chain through again."""

from dataclasses import asdict
from typing import Final, cast

import orjson
from sqlalchemy import select

from yoriai.kit.csv_out import csv_lines
from yoriai.watch.audit.archive import line_of
from yoriai.watch.audit.chain import FORM
from yoriai.watch.audit.exporting import HEADINGS, cells
from yoriai.watch.audit.models import AuditEntry, AuditHead
from yoriai.watch.audit.packs.extract import Extract, extract_of, readable, rows_of
from yoriai.watch.audit.packs.packing import Packing
from yoriai.watch.audit.packs.scope import Scope

CSV: Final = "log/log.csv"
LINES: Final = "log/log.jsonl"
CHAIN: Final = "log/chain.json"


async def write(pack: Packing, scope: Scope) -> Extract | None:
    """The log in three files; which rows they are."""
    extract = await extract_of(scope)
    async with pack.file(LINES) as entry:
        if extract is not None:
            async for rows in rows_of(scope, extract):
                await entry.write(
                    b"".join(line_of(row, str(getattr(row, "hash"))) for row in rows)  # noqa: B009 rows of two kinds
                )
    async with pack.file(CSV) as entry:
        await entry.write(b"\xef\xbb\xbf" + csv_lines([HEADINGS]))
        if extract is not None:
            async for rows in rows_of(scope, extract):
                # A row as it is read from the table, or from a file, has the fields of an entry.
                some = cast("list[AuditEntry]", [readable(row) for row in rows])
                await entry.write(csv_lines([cells(row) for row in some]))
    await pack.whole(CHAIN, await _chain(scope, extract))
    return extract


async def _chain(scope: Scope, extract: Extract | None) -> bytes:
    """What the first row follows, what is missing, and how far the whole chain has come by now."""
    async with scope.works.reading() as work:
        heads = select(AuditHead.count, AuditHead.hash).where(AuditHead.tenant_id == scope.tenant_id)
        head = (await work.session.execute(heads)).first()
    said: dict[str, object] = {
        "form": FORM,
        "tenant_id": str(scope.tenant_id),
        "body": scope.body,
        "from": scope.days.first,
        "to": scope.days.last,
        "made_at": scope.at,
        "head": {"count": head[0], "hash": head[1]} if head else None,
        "count": extract.count if extract else 0,
        "first": extract.first if extract else None,
        "last": extract.last if extract else None,
        "before": extract.before if extract else None,
        "gaps": [asdict(each) for each in extract.gaps] if extract else [],
    }
    return orjson.dumps(said, option=orjson.OPT_INDENT_2) + b"\n"
