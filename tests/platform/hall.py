"""A feature of the tests' own, a hall into which people call: the machinery is tried without a word of the product."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import cast
from uuid import UUID, uuid4

from pydantic import BaseModel, ConfigDict
from sqlalchemy import String, Uuid, func, insert, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from yoriai.kit.errors import Refused
from yoriai.platform.facts.fact import Fact, Revoked
from yoriai.platform.facts.numbering import Told
from yoriai.platform.facts.sight import WHOLE, Sight
from yoriai.platform.feature import Asked, Command, Feature, FromInternet, Hearer, Keeps, Who
from yoriai.platform.work.work import Work

TENANT = uuid4()


class Base(DeclarativeBase):
    """Apart from the product's tables, which have their migrations and their own tests."""


class Call(Base):
    """What somebody has called into a hall."""

    __tablename__ = "hall_calls"

    id: Mapped[UUID] = mapped_column(Uuid, primary_key=True, default=uuid4)
    hall_id: Mapped[UUID]
    words: Mapped[str] = mapped_column(String(100_000))
    key: Mapped[str | None] = mapped_column(String(40), unique=True)


class Seat(Base):
    """Who sits in which hall, and from where on they may hear."""

    __tablename__ = "hall_seats"

    hall_id: Mapped[UUID] = mapped_column(primary_key=True)
    account_id: Mapped[UUID] = mapped_column(primary_key=True)
    since_number: Mapped[int]
    sees_from: Mapped[int]


class HallFact(Fact):
    hall_id: UUID

    def stream(self) -> str:
        return hall_stream(self.hall_id)


class PersonFact(Fact):
    account_id: UUID

    def stream(self) -> str:
        return f"person/{self.account_id}"


class Called(HallFact):
    name = "hall.called"
    call_id: UUID
    ordinal: int | None = None

    def about_ordinal(self) -> int | None:
        return self.ordinal


class Left(HallFact):
    name = "hall.left"
    account_id: UUID

    def leaves(self) -> UUID:
        return self.account_id


class Entered(PersonFact):
    name = "hall.entered"
    hall_id: UUID
    since_number: int = 0
    sees_from: int = 1

    def opens(self) -> tuple[str, Sight]:
        return hall_stream(self.hall_id), Sight(self.since_number, self.sees_from)


class Lost(PersonFact):
    name = "hall.lost"
    hall_id: UUID

    def shuts(self) -> str:
        return hall_stream(self.hall_id)


class Ended(PersonFact):
    name = "hall.ended"
    session_id: UUID | None = None

    def revokes(self) -> Revoked:
        return Revoked(account_id=self.account_id, session_id=self.session_id)


@dataclass(frozen=True)
class Someone:
    """Somebody signed in, as far as the machinery must know."""

    account_id: UUID = field(default_factory=uuid4)
    tenant_id: UUID = TENANT
    session_id: UUID = field(default_factory=uuid4)
    zone: str = "lgwan"
    address: str = "127.0.0.1"
    capabilities: frozenset[str] = frozenset({"hall.call"})
    switched_off: frozenset[str] = frozenset()
    redaction_class: str = "staff"
    is_at_home: bool = True
    is_outsider: bool = False
    expires_at: datetime = field(default_factory=lambda: datetime.now(UTC) + timedelta(hours=1))

    @property
    def own_stream(self) -> str:
        return f"person/{self.account_id}"


class TooQuiet(Refused):
    code = "hall.too_quiet"


class CallCommand(BaseModel):
    model_config = ConfigDict(extra="forbid")

    hall_id: UUID
    words: str


def hall_stream(hall_id: UUID) -> str:
    return f"hall/{hall_id}"


def call(
    work: Work, hall_id: UUID, words: str = "", *, ordinal: int | None = None, by: UUID | None = None
) -> Told:
    """Call into a hall: a row and a fact."""
    made = Call(id=uuid4(), hall_id=hall_id, words=words)
    work.session.add(made)
    return work.state(Called(hall_id=hall_id, call_id=made.id, ordinal=ordinal), by=by)


async def sit(work: Work, hall_id: UUID, account_id: UUID, sight: Sight = WHOLE) -> None:
    """Give somebody a seat; telling it is the caller's."""
    seat = {"hall_id": hall_id, "account_id": account_id}
    await work.session.execute(
        insert(Seat), [seat | {"since_number": sight.since_number, "sees_from": sight.sees_from}]
    )


async def hears(work: Work, hearers: Sequence[Hearer]) -> Sequence[Mapping[str, Sight]]:
    """Each one's own stream, and the halls in which they have a seat."""
    return [await _hears(work, each.who, each.named) for each in hearers]


async def _hears(work: Work, who: Who, only: Collection[str] | None) -> Mapping[str, Sight]:
    seats = await work.session.scalars(select(Seat).where(Seat.account_id == who.account_id))
    found = {hall_stream(seat.hall_id): Sight(seat.since_number, seat.sees_from) for seat in seats}
    found[f"person/{who.account_id}"] = WHOLE
    return {stream: sight for stream, sight in found.items() if only is None or stream in only}


async def render_calls(
    session: AsyncSession, facts: Sequence[Fact], klass: str
) -> list[dict[str, object] | None]:
    """The words of many calls at once. What begins with 内 is not for guests."""
    calls = cast("Sequence[Called]", facts)
    found = await session.execute(
        select(Call.id, Call.words).where(Call.id.in_([each.call_id for each in calls]))
    )
    words = {row.id: row.words for row in found}
    return [_body(each, words.get(each.call_id), klass) for each in calls]


def _body(fact: Called, words: str | None, klass: str) -> dict[str, object] | None:
    if words is None or (klass == "guest" and words.startswith("内")):
        return None
    return {"hall_id": fact.hall_id, "words": words}


async def count(session: AsyncSession, stream: str) -> dict[str, object]:
    """The body of the signal that says how many calls there are."""
    hall_id = UUID(stream.removeprefix("hall/"))
    calls = await session.scalar(select(func.count()).select_from(Call).where(Call.hall_id == hall_id))
    return {"hall_id": hall_id, "calls": calls}


async def carry_out(asked: Asked, body: BaseModel) -> Mapping[str, object]:
    """The command over the socket."""
    said = cast("CallCommand", body)
    if not said.words:
        raise TooQuiet(least=1)
    if said.words == "defect":
        raise RuntimeError("words that must not leave the server")
    async with asked.works.writing() as work:
        told = call(work, said.hall_id, said.words, by=asked.who.account_id)
    return {"number": told.number}


HALL = Feature(
    name="hall",
    title="広間",
    keeps=Keeps.NOTHING,
    from_internet=FromInternet.EVERYTHING,
    facts=(Called, Left, Entered, Lost, Ended),
    commands=(Command("hall.call", CallCommand, carry_out, "hall.call"),),
    capabilities=("hall.call",),
    renders={Called: render_calls},
    hears=hears,
    signals={"hall.counted": count},
)
