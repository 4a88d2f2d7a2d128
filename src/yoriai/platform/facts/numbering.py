"""Numbering: the last statements of a transaction give each fact the next number of its stream.

An upsert takes the stream's row lock and holds it until the commit, so numbers have no gaps and become
visible in their order. Streams are locked in sorted order, after every other lock of the work.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from itertools import groupby
from uuid import UUID

from sqlalchemy import TextualSelect, bindparam, insert, text
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.models import JournalRow, StreamHead


@dataclass(frozen=True, slots=True)
class Cause:
    """Who did something, from where: what the journal keeps beside every fact."""

    account_id: UUID | None = None
    on_behalf_of: UUID | None = None
    tenant_id: UUID | None = None
    session_id: UUID | None = None
    zone: str | None = None
    address: str | None = None
    request_id: str | None = None


@dataclass(slots=True)
class Told:
    """A fact that waits for its number. `number` is 0 until the edge of the work."""

    fact: Fact
    stream: str
    cause: Cause
    number: int = 0


async def number(
    session: AsyncSession, told: Sequence[Told], now: datetime, *, transaction: str
) -> dict[str, int]:
    """Write the journal rows and return the new head of every stream touched.

    `transaction` is SQL for the number of the writing transaction (`Store.transaction`).
    """
    if not told:
        return {}
    heads: dict[str, int] = {}
    rows: list[dict[str, object]] = []
    in_order = sorted(told, key=lambda each: each.stream)  # stable: facts of one stream keep their order
    for stream, group in groupby(in_order, key=lambda each: each.stream):
        facts = list(group)
        taken = await session.execute(
            _take(transaction), {"stream": stream, "tenant_id": facts[0].cause.tenant_id, "count": len(facts)}
        )
        head, tenant_id, xid = taken.one()
        heads[stream] = head
        for each, numbered in zip(facts, range(head - len(facts) + 1, head + 1), strict=True):
            each.number = numbered
            rows.append(_row(each, now) | {"tenant_id": tenant_id, "xid": xid})
    await session.execute(insert(JournalRow), rows)
    return heads


@cache
def _take(transaction: str) -> TextualSelect:
    """Take numbers under the stream's lock. Its newest transaction never goes back, or a durable reader could
    meet a number before a smaller one: a work that begins early may number late."""
    return (
        text(
            "INSERT INTO streams (stream, tenant_id, head, oldest, xid)"  # noqa: S608 constants of our own
            f" VALUES (:stream, :tenant_id, :count, 0, {transaction})"
            " ON CONFLICT (stream) DO UPDATE SET head = streams.head + excluded.head,"
            " xid = CASE WHEN streams.xid > excluded.xid THEN streams.xid ELSE excluded.xid END"
            " RETURNING head, tenant_id, xid"
        )
        .bindparams(bindparam("tenant_id", type_=StreamHead.tenant_id.type))
        .columns(StreamHead.head, StreamHead.tenant_id, StreamHead.xid)
    )


def _row(told: Told, now: datetime) -> dict[str, object]:
    cause = told.cause
    return {
        "stream": told.stream,
        "number": told.number,
        "name": told.fact.name,
        "body": told.fact.model_dump(mode="json"),
        "by": cause.account_id,
        "on_behalf_of": cause.on_behalf_of,
        "session_id": cause.session_id,
        "zone": cause.zone,
        "address": cause.address,
        "request_id": cause.request_id,
        "at": now,
    }
