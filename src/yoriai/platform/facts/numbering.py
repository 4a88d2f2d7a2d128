"""Numbering: the last statements of a transaction give each fact the next number of its stream.

An upsert takes the stream's row lock and holds it until the commit, so numbers have no gaps and become
visible in their order. Streams are locked in sorted order, after every other lock of the work.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from uuid import UUID

from yoriai.platform.db.statement import Rows, Value, as_id_or_none, statement
from yoriai.platform.facts.fact import Fact


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


TAKE = statement(
    "INSERT INTO streams (stream, tenant_id, head, oldest, xid)"
    " SELECT asked.s, asked.t, asked.n, 0, {transaction} FROM {asked} WHERE true ORDER BY asked.s"
    # Its newest transaction never goes back, or a durable reader could meet a number before a smaller one:
    # a work that begins early may number late.
    " ON CONFLICT (stream) DO UPDATE SET head = streams.head + excluded.head,"
    " xid = CASE WHEN streams.xid > excluded.xid THEN streams.xid ELSE excluded.xid END"
    " RETURNING stream, head, tenant_id, xid",
    asked={"s": "text", "t": "uuid", "n": "bigint"},
)
TELL = statement(
    "INSERT INTO journal (xid, tenant_id, stream, number, name, body, by, on_behalf_of, session_id, zone, address,"
    " request_id, at) VALUES (:xid, :tenant_id, :stream, :number, :name, CAST(:body AS {json}), :by, :on_behalf_of,"
    " :session_id, :zone, :address, :request_id, :at)"
)


def number(rows: Rows, told: Sequence[Told], now: datetime) -> dict[str, int]:
    """Write the journal rows of something told and return the new head of every stream touched."""
    streams: dict[str, list[Told]] = {}
    for each in told:
        streams.setdefault(each.stream, []).append(each)
    asked = [(stream, facts[0].cause.tenant_id, len(facts)) for stream, facts in streams.items()]
    taken = cast("list[tuple[str, int, object, int]]", rows.all(TAKE, asked=asked))
    journal: list[dict[str, Value]] = []
    for stream, head, tenant_id, xid in sorted(taken):
        for numbered, each in enumerate(streams[stream], start=head - len(streams[stream]) + 1):
            each.number = numbered
            journal.append(_row(each, now) | {"tenant_id": as_id_or_none(tenant_id), "xid": xid})
    rows.each(TELL, journal)
    return {stream: head for stream, head, *_ in taken}


def _row(told: Told, now: datetime) -> dict[str, Value]:
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
