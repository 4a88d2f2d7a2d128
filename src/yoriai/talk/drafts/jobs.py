"""Drafts of rooms that somebody has left go with the place."""

from collections.abc import Sequence

from sqlalchemy import delete

from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.talk.drafts.models import Draft
from yoriai.talk.rooms.facts import RoomLost


async def forget(work: Work, entries: Sequence[Entry]) -> None:
    """Forget what was written before somebody left; what they write after coming back stays."""
    for entry in entries:
        fact = entry.line.fact
        if isinstance(fact, RoomLost):
            written = Draft.account_id == fact.account_id, Draft.room_id == fact.room_id
            await work.session.execute(delete(Draft).where(*written, Draft.saved_at <= entry.line.at))
