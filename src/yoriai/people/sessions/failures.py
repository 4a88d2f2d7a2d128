"""Tries that failed, for the person and for whoever watches over logins: noted at once, written once a minute (AUTH-6)."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final
from uuid import UUID

import structlog

from yoriai.kit.days import day_in_japan
from yoriai.kit.errors import Refused
from yoriai.platform.db.statement import Rows, as_id, statement
from yoriai.platform.work.edge import Works

MOST = 10_000  # accounts between two writings; memory is never what gives way

log = structlog.get_logger()


@dataclass(slots=True)
class Failed:
    """Of one account on one day, what is not yet written."""

    count: int
    at: datetime
    address: str
    zone: str


@dataclass
class Failures:
    """The failed tries that this process has seen and not yet written."""

    seen: dict[tuple[UUID, date], Failed] = field(default_factory=dict[tuple[UUID, date], Failed])

    def note(self, account_id: UUID, at: datetime, *, address: str, zone: str) -> None:
        """A password for this account was wrong. Costs nothing and waits for nothing."""
        key = account_id, day_in_japan(at)
        before = self.seen.get(key)
        if before is not None or len(self.seen) < MOST:
            self.seen[key] = Failed((before.count if before else 0) + 1, at, address, zone)

    async def flush(self, works: Works) -> None:
        """Write what was noted, all in one go, on top of what stands there."""
        if not self.seen:
            return
        noted, self.seen = self.seen, {}
        try:
            async with works.writing() as work:
                await work.session.run_sync(lambda here: _add(works.store.rows_of(here), noted))
        except BaseException:
            self._take_back(noted)
            raise

    async def try_to_flush(self, works: Works) -> None:
        """Write what was noted if the database lets us; else it stays noted."""
        try:
            await self.flush(works)
        except Refused as refused:
            log.warning("failed tries not written", refused=str(refused))
        except Exception:
            log.exception("failed tries not written")  # whoever calls again in a minute is not to end for it

    def _take_back(self, noted: dict[tuple[UUID, date], Failed]) -> None:
        for key, each in noted.items():
            newer = self.seen.get(key)
            if newer is None:
                self.seen[key] = each
            else:
                newer.count += each.count


THERE: Final = statement("SELECT a.id FROM {asked} JOIN accounts a ON a.id = asked.id", asked={"id": "uuid"})
ADD: Final = statement(
    "INSERT INTO sign_in_failures (account_id, day, count, last_at, last_address, last_zone)"
    " VALUES (:account, :day, :count, :at, :address, :zone) ON CONFLICT (account_id, day) DO UPDATE"
    " SET count = sign_in_failures.count + excluded.count, last_at = excluded.last_at,"
    " last_address = excluded.last_address, last_zone = excluded.last_zone"
)


def _add(rows: Rows, noted: dict[tuple[UUID, date], Failed]) -> None:
    there = {as_id(key) for (key,) in rows.all(THERE, asked=[(account_id,) for account_id, _ in noted])}
    rows.each(
        ADD,
        [
            {
                "account": account_id,
                "day": day,
                "count": each.count,
                "at": each.at,
                "address": each.address,
                "zone": each.zone,
            }
            for (account_id, day), each in noted.items()
            if account_id in there
        ],
    )
