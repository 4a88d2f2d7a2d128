"""Reminding: a job that was left when the time was chosen rings at that time, whatever has stopped meanwhile."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select

from yoriai.platform.work.edge import Works
from yoriai.talk.later.facts import LaterRang
from yoriai.talk.later.models import Later


async def ring(works: Works, body: Mapping[str, object]) -> None:
    """Remind, if this is still the time that its keeper has chosen. Done twice, it rings once."""
    account_id, message_id = UUID(str(body["account"])), UUID(str(body["message"]))
    async with works.writing() as work:
        mine = select(Later).where(Later.account_id == account_id, Later.message_id == message_id)
        row = await work.session.scalar(mine.with_for_update())
        if row is None or row.remind_at != datetime.fromisoformat(str(body["at"])):
            return
        if row.rung_at is not None or row.done_at is not None:
            return
        row.rung_at = work.now
        work.state(LaterRang(account_id=account_id, message_id=message_id), by=None)
