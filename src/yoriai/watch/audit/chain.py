"""The chain: every row holds a SHA-256 over itself and over the hash of the row before it.

What is hashed is plain JSON, so that anybody can do it again from an export (docs/running/audit.md).
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from itertools import groupby
from typing import Final
from uuid import UUID

import orjson
from sqlalchemy import bindparam, insert, select, text, update
from sqlalchemy.types import Uuid

from yoriai.platform.work.work import Work
from yoriai.watch.audit.models import AuditEntry, AuditHead

FORM: Final = "yoriai-audit-1"
BEGINNING: Final = "0" * 64
NOBODYS: Final = UUID(int=0)
"""The chain of whatever concerns no body."""
BEGIN: Final = text(
    "INSERT INTO audit_heads (tenant_id, count, hash) VALUES (:tenant_id, 0, :hash)"
    " ON CONFLICT (tenant_id) DO NOTHING"
).bindparams(bindparam("tenant_id", type_=Uuid()))


class Outcome(StrEnum):
    """Whether it came about."""

    DONE = "done"
    REFUSED = "refused"


@dataclass(slots=True, kw_only=True)
class Act:
    """What is to stand in a row, before it has its number."""

    tenant_id: UUID
    at: datetime
    kind: str
    outcome: str = Outcome.DONE
    times: int = 1
    account_id: UUID | None = None
    account_name: str = ""
    account_kind: str = ""
    on_behalf_of: UUID | None = None
    session_id: UUID | None = None
    zone: str | None = None
    address: str | None = None
    request_id: str | None = None
    object_id: UUID | None = None
    about: str = ""
    body: dict[str, object] = field(default_factory=dict[str, object])


COVERED: Final = tuple(
    column.name for column in AuditEntry.__table__.columns if column.name != "hash"
)  # in the order in which the table has them


def hash_of(before: str, row: object) -> str:
    """The hash of a row that follows one with this hash."""
    words = orjson.dumps([FORM, before, *written(row)], option=orjson.OPT_SORT_KEYS)
    return hashlib.sha256(words).hexdigest()


def written(row: object) -> list[object]:
    """What of a row is hashed, as plain JSON: ids in lower case, moments in UTC to the microsecond."""
    return [_plain(getattr(row, name)) for name in COVERED]


def _plain(value: object) -> object:
    match value:
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
        case UUID():
            return str(value)
        case _:
            return value


@dataclass(frozen=True, slots=True)
class _Placed:
    """An act under its number."""

    act: Act
    number: int

    def __getattr__(self, name: str) -> object:
        return getattr(self.act, name)


async def append(work: Work, acts: Iterable[Act]) -> None:
    """Add these to the ends of their chains, in their order. Chains are held one after the other, in one order."""
    whole = sorted(acts, key=lambda act: act.tenant_id)  # which keeps the order within a chain
    for tenant_id, mine in groupby(whole, key=lambda act: act.tenant_id):
        await _append_to(work, tenant_id, list(mine))


async def _append_to(work: Work, tenant_id: UUID, acts: Sequence[Act]) -> None:
    await work.session.execute(BEGIN, {"tenant_id": tenant_id, "hash": BEGINNING})
    mine = select(AuditHead.count, AuditHead.hash).where(AuditHead.tenant_id == tenant_id)
    count, before = (await work.session.execute(mine.with_for_update())).one()
    rows: list[dict[str, object]] = []
    for number, act in enumerate(acts, start=count + 1):
        before = hash_of(before, _Placed(act, number))
        values: dict[str, object] = {name: getattr(act, name) for name in COVERED if name != "number"}
        rows.append(values | {"number": number, "hash": before})
    connection = await work.session.connection()
    await connection.execute(insert(AuditEntry), rows)
    moved = update(AuditHead).where(AuditHead.tenant_id == tenant_id)
    await work.session.execute(moved.values(count=count + len(rows), hash=before))
