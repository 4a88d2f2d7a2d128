"""The log as it is searched: filtered, the newest first, page after page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final
from uuid import UUID

from sqlalchemy import ColumnElement, Select, func, or_, select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

from yoriai.kit import paging
from yoriai.kit.days import JST, end_of_day_in_japan
from yoriai.kit.errors import NotFound
from yoriai.platform.work.work import Work
from yoriai.watch.audit.acts import of_group
from yoriai.watch.audit.chain import Outcome
from yoriai.watch.audit.models import AuditCheck, AuditEntry

PAGE: Final = 100
MOST_COUNTED: Final = 10_000
"""Above this nobody asks how many they are, and counting them all takes its time."""
MOST_WORDS: Final = 100
NARROW, WIDE = " ", "\u3000"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """Which rows are meant. Days are those of Japan, and both count."""

    first: date | None = None
    last: date | None = None
    person: str = ""
    """Part of the name of whoever did it, as it was then."""
    group: str = ""
    outcome: str = ""
    zone: str = ""
    about: str = ""
    """Part of what it was done to, or a request id or any other id as a whole."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some rows, where the list goes on, and (on the first page) how many there are: at most one more than is counted."""

    rows: Sequence[AuditEntry]
    total: int | None
    next: str | None


async def page(work: Work, tenant_id: UUID, wanted: Filter, cursor: str | None) -> Page:
    """One page: a query for its rows, and on the first page one for the count."""
    order = tuple_(AuditEntry.at, AuditEntry.number)
    found = meant(tenant_id, wanted).order_by(AuditEntry.at.desc(), AuditEntry.number.desc())
    if cursor is not None:
        found = found.where(order < tuple_(*paging.decode(cursor, datetime, int)))
    rows = (await work.session.scalars(found.limit(PAGE + 1))).all()
    total = await _count(work, tenant_id, wanted) if cursor is None else None
    if len(rows) <= PAGE:
        return Page(rows, total, None)
    last = rows[PAGE - 1]
    return Page(rows[:PAGE], total, paging.encode(last.at, last.number))


async def _count(work: Work, tenant_id: UUID, wanted: Filter) -> int:
    some = meant(tenant_id, wanted).with_only_columns(AuditEntry.number).limit(MOST_COUNTED + 1)
    return await work.session.scalar(select(func.count()).select_from(some.subquery())) or 0


def meant(tenant_id: UUID, wanted: Filter) -> Select[AuditEntry]:
    """The rows of a body that a filter means, in no order yet."""
    return select(AuditEntry).where(AuditEntry.tenant_id == tenant_id, *_conditions(wanted))


def _conditions(wanted: Filter) -> list[ColumnElement[bool]]:
    said: list[ColumnElement[bool]] = []
    if wanted.first is not None:
        said.append(AuditEntry.at >= datetime.combine(wanted.first, time.min, JST))
    if wanted.last is not None:
        said.append(AuditEntry.at < end_of_day_in_japan(wanted.last))
    if wanted.person:
        said.append(_has(AuditEntry.account_name, wanted.person))
    if wanted.group:
        said += [AuditEntry.kind.in_(of_group(wanted.group)), AuditEntry.outcome == Outcome.DONE]
    if wanted.outcome:
        said.append(AuditEntry.outcome == wanted.outcome)
    if wanted.zone:
        said.append(AuditEntry.zone == wanted.zone)
    if wanted.about:
        said.append(_is_about(wanted.about))
    return said


def _is_about(words: str) -> ColumnElement[bool]:
    named = or_(_has(AuditEntry.about, words), AuditEntry.request_id == words)
    try:
        which = UUID(words)
    except ValueError:
        return named
    return or_(named, AuditEntry.object_id == which, AuditEntry.account_id == which)


def _has(column: InstrumentedAttribute[str], words: str) -> ColumnElement[bool]:
    """Whether the words stand in it, with or without the gap between family and given name."""
    bare = func.replace(func.replace(column, NARROW, ""), WIDE, "")
    return bare.contains(words.replace(NARROW, "").replace(WIDE, ""), autoescape=True)


async def one(work: Work, tenant_id: UUID, number: int) -> tuple[AuditEntry, str | None]:
    """A row, and the hash of the one before it where that is still in the table."""
    mine = select(AuditEntry).where(AuditEntry.tenant_id == tenant_id)
    row = await work.session.scalar(mine.where(AuditEntry.number == number))
    if row is None:
        raise NotFound
    before = await work.session.scalar(mine.where(AuditEntry.number == number - 1))
    return row, before.hash if before else None


async def last_check(work: Work, tenant_id: UUID) -> AuditCheck | None:
    """How it was when the chain was last looked through."""
    mine = select(AuditCheck).where(AuditCheck.tenant_id == tenant_id)
    return await work.session.scalar(mine.order_by(AuditCheck.at.desc()).limit(1))
