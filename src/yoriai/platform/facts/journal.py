"""Reading the journal: what a stream has told after a number, and how far it has come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from sqlalchemy import bindparam, select, text
from sqlalchemy.ext.asyncio import AsyncSession

from yoriai.kit.errors import Reread
from yoriai.platform.db.pairs import packed
from yoriai.platform.db.store import Store
from yoriai.platform.facts.fact import Fact
from yoriai.platform.facts.line import Line
from yoriai.platform.facts.models import JournalRow, StreamHead

MOST_MISSED = 5_000  # facts of one stream; who is further behind rereads the state (D13)
LineRow = tuple[str, int, str, dict[str, object], UUID | None, datetime]
COLUMNS = "j.stream, j.number, j.name, j.body, j.by, j.at"


@dataclass
class Journal:
    """The journal of one database, read with the facts that this server knows."""

    store: Store
    kinds: Mapping[str, type[Fact]]
    _after: str = field(init=False)
    _heads: str = field(init=False)

    def __post_init__(self) -> None:
        # The pairs come first: the planner must walk them and look each stream up, never scan the journal.
        self._after = (
            f"SELECT {COLUMNS} FROM {self.store.pairs} CROSS JOIN journal j"  # noqa: S608 constants of our own
            " WHERE j.stream = w.s AND j.number > w.n ORDER BY j.stream, j.number LIMIT :most"
        )
        self._heads = (
            f"SELECT t.stream, t.head FROM {self.store.pairs} CROSS JOIN streams t"  # noqa: S608 the same
            " WHERE t.stream = w.s AND t.head > w.n"
        )

    async def after(
        self, session: AsyncSession, numbers: Mapping[str, int], *, most: int = 2_000
    ) -> list[Line]:
        """The lines of each stream after its number, in order of streams and numbers."""
        statement = text(self._after).bindparams(bindparam("pairs"), bindparam("most")).columns(
            JournalRow.stream, JournalRow.number, JournalRow.name, JournalRow.body, JournalRow.by, JournalRow.at
        )  # fmt: skip
        found = await session.execute(statement, {"pairs": packed(numbers), "most": most})
        return [self._line(row) for row in found]

    async def grown(self, session: AsyncSession, numbers: Mapping[str, int]) -> dict[str, int]:
        """The heads of those streams that have gone beyond the given number."""
        statement = text(self._heads).columns(StreamHead.stream, StreamHead.head)
        found = await session.execute(statement, {"pairs": packed(numbers)})
        return dict(found.all())

    async def missed(self, session: AsyncSession, stream: str, after: int) -> list[Line]:
        """Everything a stream told after a number. Too far behind, or pruned: `Reread` (410)."""
        head = await session.get(StreamHead, stream)
        if head is None or after >= head.head:
            return []
        if head.head - after > MOST_MISSED or after < head.oldest:
            raise Reread(stream=stream)
        return await self.after(session, {stream: after}, most=MOST_MISSED)

    async def newest_position(self, session: AsyncSession) -> int:
        """The last line written; where there is one writer, nothing has changed while this has not."""
        newest = select(JournalRow.position).order_by(JournalRow.position.desc()).limit(1)
        return await session.scalar(newest) or 0

    def _line(self, row: LineRow) -> Line:
        stream, number, name, body, by, at = row
        return Line(stream, number, self.kinds[name].model_validate(body), by, at)
