"""When sessions were last used: noted at every request and beat, written once a minute."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

import structlog
from sqlalchemy import bindparam, update

from yoriai.kit.errors import Refused
from yoriai.people.sessions.models import Session
from yoriai.platform.work.edge import Works

log = structlog.get_logger()


@dataclass
class Uses:
    """The last uses that this process has seen and not yet written."""

    idle: timedelta
    """Unless the body says otherwise, a session that nobody uses for so long ends."""
    seen: dict[UUID, tuple[datetime, timedelta]] = field(
        default_factory=dict[UUID, tuple[datetime, timedelta]]
    )

    def note(self, session_id: UUID, at: datetime, idle: timedelta | None = None) -> None:
        """This session was used. Costs nothing and waits for nothing."""
        self.seen[session_id] = at, idle or self.idle

    async def flush(self, works: Works) -> None:
        """Write what was noted, all in one work. An ended session stays as it is."""
        if not self.seen:
            return
        noted, self.seen = self.seen, {}
        changes = [{"session": key, "at": at, "until": at + idle} for key, (at, idle) in noted.items()]
        try:
            async with works.writing() as work:
                connection = await work.session.connection()
                await connection.execute(LAST_USE, changes)
        except BaseException:
            self.seen = noted | self.seen
            raise

    async def try_to_flush(self, works: Works) -> None:
        """Write what was noted if the database lets us; else it stays noted."""
        try:
            await self.flush(works)
        except Refused as refused:
            log.warning("last uses not written", refused=str(refused))
        except Exception:
            log.exception("last uses not written")  # whoever calls again in a minute is not to end for it


LAST_USE = (
    update(Session)
    .where(
        Session.id == bindparam("session"), Session.ended_at.is_(None), Session.last_used_at < bindparam("at")
    )
    .values(last_used_at=bindparam("at"), idle_until=bindparam("until"))
)
