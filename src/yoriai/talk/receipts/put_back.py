"""未読にする: putting one's own mark back. Only a person's own hand does that, and 既読 of others does not shrink (MSG-9)."""

from uuid import UUID

from sqlalchemy import func, select

from yoriai.kit.errors import Refused
from yoriai.platform.work.work import Work
from yoriai.talk.messages import queries
from yoriai.talk.messages.models import Message
from yoriai.talk.receipts.facts import MarkPutBack
from yoriai.talk.rooms.models import ReadMark
from yoriai.talk.rooms.standing import Standing


class NothingToRead(Refused):
    """There is no message in this room that could be unread."""

    code = "receipts.nothing_to_read"


async def put_back(work: Work, here: Standing, message_id: UUID | None) -> int:
    """Let this message, or the newest, and all after it be unread again; where the mark stands then.

    What is unread already stays so: putting back never moves a mark forward.
    """
    me = here.actor.account_id
    wanted = await _first_unread(work, here, message_id) - 1
    row = await work.session.scalar(
        select(ReadMark).where(ReadMark.room_id == here.room_id, ReadMark.account_id == me).with_for_update()
    )
    stands = max(row.own if row else 0, here.sees_from - 1)
    if row is None or wanted >= stands:
        return stands
    row.put_back_to = wanted
    work.state(MarkPutBack(account_id=me, room_id=here.room_id, ordinal=wanted, read=row.ordinal), by=me)
    return wanted


async def _first_unread(work: Work, here: Standing, message_id: UUID | None) -> int:
    if message_id is not None:
        return (await queries.find(work, here, message_id)).ordinal
    said = select(func.max(Message.ordinal)).where(
        Message.room_id == here.room_id, Message.ordinal >= here.sees_from, queries.is_shown()
    )
    newest = await work.session.scalar(said)
    if newest is None:
        raise NothingToRead
    return newest
