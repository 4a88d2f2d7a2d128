"""What a pack is about, as its chapters need it: whose, which days, and what people are called."""

from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, Final, TypeVar, TypeVarTuple
from uuid import UUID

from sqlalchemy import Row, Select, select

from yoriai.kit.days import JST, end_of_day_in_japan
from yoriai.people.accounts.models import Account
from yoriai.platform.work.edge import Works

MOST_AT_ONCE: Final = 500
"""Rows in one look."""
Key = TypeVar("Key")
Columns = TypeVarTuple("Columns")


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody of the body, by number and name."""

    number: str
    name: str

    @property
    def says(self) -> str:
        return f"{self.name}（{self.number}）"


@dataclass(frozen=True, slots=True)
class Days:
    """Which days of which body, in Japan; both ends count."""

    tenant_id: UUID
    first: date
    last: date

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.first, time.min, JST)

    @property
    def ends(self) -> datetime:
        return end_of_day_in_japan(self.last)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """One pack. Everything that is read for it is asked of this one body (A10)."""

    works: Works
    days: Days
    body: str
    at: datetime
    installation: Mapping[str, Any]  # JSON, as it was put down
    people: Mapping[UUID, Named] = field(default_factory=dict[UUID, Named])

    @property
    def tenant_id(self) -> UUID:
        return self.days.tenant_id

    @property
    def begins(self) -> datetime:
        return self.days.begins

    @property
    def ends(self) -> datetime:
        return self.days.ends

    def called(self, who: UUID | None) -> str:
        """Who somebody is; nobody did it where a server did, and of whoever is not of this body no more is said."""
        if who is None:
            return "サーバー"
        found = self.people.get(who)
        return found.says if found else "この団体にいない人"


async def people_of(works: Works, tenant_id: UUID) -> Mapping[UUID, Named]:
    """Everybody of the body, once: as many as it has people."""
    async with works.reading() as work:
        found = await work.session.execute(
            select(Account.id, Account.login_id, Account.family, Account.given).where(
                Account.tenant_id == tenant_id
            )
        )
        return {who: Named(number, f"{family} {given}".strip()) for who, number, family, given in found}


async def paged(
    works: Works, asked: Callable[[Key | None], Select[*Columns]], key: Callable[[Row[*Columns]], Key]
) -> AsyncGenerator[Sequence[Row[*Columns]]]:
    """All rows of a question, some at a time and each time in a look of its own: nothing waits for a long one."""
    after: Key | None = None
    while True:
        async with works.reading() as work:
            found = (await work.session.execute(asked(after).limit(MOST_AT_ONCE))).all()
        if found:
            yield found
        if len(found) < MOST_AT_ONCE:
            return
        after = key(found[-1])
