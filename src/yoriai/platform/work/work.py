"""The unit of work: one request, one job or one socket command is one transaction."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.platform.db.statement import Rows
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.numbering import Cause, Told


@dataclass(slots=True, kw_only=True)
class Telling:
    """What every work has, whichever way it reaches the database: the time, and a place to state facts."""

    now: datetime
    cause: Cause = field(default_factory=Cause)
    told: list[Told] = field(default_factory=list[Told])
    signals: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])
    heads: dict[str, int] = field(default_factory=dict[str, int])
    """The new head of every stream touched; known after the commit."""

    def state(self, fact: Fact, *, by: UUID | None, cause: Cause | None = None) -> Told:
        """Say what has become true. It is told only if the transaction commits; then `number` is known."""
        from_where = cause or self.cause
        if from_where.account_id != by:
            from_where = replace(from_where, account_id=by)
        told = Told(fact=fact, stream=fact.stream(), cause=from_where)
        self.told.append(told)
        return told

    def signal(self, stream: str, name: str) -> None:
        """After the commit, let those who look at this stream hear something fleeting. It is never stored."""
        self.signals.add((stream, name))


@dataclass(slots=True, kw_only=True)
class Work(Telling):
    """What a service is handed."""

    session: AsyncSession
    clock: Callable[[], datetime]

    def read_clock(self) -> datetime:
        """Look at the clock again, behind a lock: of two works that compare their moments there, the one that
        began first may get it last."""
        self.now = self.clock()
        return self.now

    async def let_go(self) -> None:
        """Look no further, in a work that only reads: whoever now works long keeps no moment of the database meanwhile."""
        await self.session.close()


@dataclass(slots=True, kw_only=True)
class Batch(Telling):
    """Several works of the hot path in one transaction: plain rows, and nothing that waits in between.
    Each item has a cause of its own."""

    rows: Rows
