"""Taking rows out as a file: a table for a spreadsheet, or JSON lines with which the chain can be looked through elsewhere."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final, Literal, cast
from uuid import UUID

from yoriai.kit.csv_out import csv_bytes
from yoriai.kit.days import JST, day_in_japan
from yoriai.kit.eras import dense
from yoriai.kit.errors import Refused
from yoriai.kit.ids import uuid7
from yoriai.kit.text import clean_line
from yoriai.platform.work.work import Work
from yoriai.watch.audit.acts import says
from yoriai.watch.audit.archive import line_of
from yoriai.watch.audit.chain import Outcome
from yoriai.watch.audit.facts import AuditExported
from yoriai.watch.audit.models import AuditEntry, AuditExport
from yoriai.watch.audit.policy import without_my_number
from yoriai.watch.audit.queries import Filter, meant

Kind = Literal["csv", "jsonl"]
MOST: Final = 50_000
MOST_REASON: Final = 200
HEADINGS: Final = (
    "番号", "日時", "日付（和暦）", "行い", "結果", "回数", "した人", "した人の種別", "網", "アドレス", "対象",
    "受付番号", "断った操作", "記録の種類", "した人のID", "端末の開始ID", "対象のID", "ハッシュ",
)  # fmt: skip
OUTCOMES: Final = {Outcome.DONE: "行った", Outcome.REFUSED: "断られた"}
ZONES: Final = {"lgwan": "LGWAN", "internet": "インターネット"}
KINDS: Final = {"member": "職員", "guest": "ゲスト", "bot": "ボット", "department": "所属のアカウント"}


class TooManyRows(Refused):
    """More rows are meant than a file holds: a shorter period is needed."""

    code = "audit.too_many_rows"


async def rows_for(work: Work, tenant_id: UUID, wanted: Filter) -> Sequence[AuditEntry]:
    """The rows that are meant, the oldest first; more than a file holds are refused."""
    found = meant(tenant_id, wanted).order_by(AuditEntry.number).limit(MOST + 1)
    rows = (await work.session.scalars(found)).all()
    if len(rows) > MOST:
        raise TooManyRows(most=MOST)
    return rows


def reason_in(words: str) -> str:
    """Why the log is taken out, in the words of whoever does it: without them nothing goes out (N119)."""
    return without_my_number(clean_line(words, field="reason", most=MOST_REASON))


def note_export(work: Work, tenant_id: UUID, reason: str, *, by: UUID | None, entries: int) -> None:
    """That rows go out, by whom and why, is in the log itself before they do."""
    kept = AuditExport(
        id=uuid7(work.now), tenant_id=tenant_id, account_id=by, at=work.now, reason=reason, entries=entries
    )
    work.session.add(kept)
    work.state(AuditExported(tenant_id=tenant_id, export_id=kept.id, entries=entries), by=by)


async def file_of(rows: Sequence[AuditEntry], kind: Kind) -> bytes:
    """The file, made beside the event loop."""
    make = csv_of if kind == "csv" else jsonl_of
    return await asyncio.to_thread(make, rows)


def csv_of(rows: Sequence[AuditEntry]) -> bytes:
    """A table; no cell is a formula, whatever it begins with (N64)."""
    return csv_bytes(HEADINGS, map(cells, rows))


def jsonl_of(rows: Sequence[AuditEntry]) -> bytes:
    """Each row as it was hashed, with its hash (docs/running/audit.md)."""
    return b"".join(line_of(row, row.hash) for row in rows)


def file_name(moment: datetime, kind: Kind) -> str:
    """What the file is called."""
    return f"監査の記録_{day_in_japan(moment):%Y%m%d}.{kind}"


def cells(row: AuditEntry) -> Sequence[str | int]:
    """A row of the table."""
    at = row.at.astimezone(JST)
    is_refused = row.outcome == Outcome.REFUSED
    return (
        row.number,
        f"{at:%Y-%m-%d %H:%M:%S}",
        dense(at.date()),
        says(row.kind, is_refused=is_refused),
        OUTCOMES[Outcome(row.outcome)],
        row.times,
        row.account_name,
        KINDS.get(row.account_kind, row.account_kind),
        ZONES.get(row.zone or "", row.zone or ""),
        row.address or "",
        row.about,
        row.request_id or "",
        str(cast("Mapping[str, object]", row.body).get("action", "")),
        row.kind,
        str(row.account_id or ""),
        str(row.session_id or ""),
        str(row.object_id or ""),
        row.hash,
    )
