"""Telling rooms what has become of files that hang there: whoever has the message open need not ask again and again."""

from collections.abc import Sequence

from sqlalchemy import select

from yoriai.people.files.facts import FileJudged
from yoriai.platform.db.among import among
from yoriai.platform.facts.durable import Entry
from yoriai.platform.work.work import Work
from yoriai.talk.attachments.facts import AttachmentJudged
from yoriai.talk.attachments.models import Attachment
from yoriai.talk.messages.models import Message


async def tell(work: Work, entries: Sequence[Entry]) -> None:
    """State it once for each; of what was judged before it was attached there is nothing to tell, and of a message that
    was taken back nothing more is told."""
    judged = {each.line.fact.file_id: each for each in entries if isinstance(each.line.fact, FileJudged)}
    hanging = await work.session.scalars(
        select(Attachment)
        .join(Message, Message.id == Attachment.message_id)
        .where(among(Attachment.file_id, set(judged)), Message.withdrawn_at.is_(None))
    )
    for each in sorted(hanging, key=lambda attachment: (attachment.room_id, attachment.ordinal)):
        entry = judged[each.file_id]
        assert isinstance(entry.line.fact, FileJudged)
        fact = AttachmentJudged(
            room_id=each.room_id,
            message_id=each.message_id,
            ordinal=each.ordinal,
            file_id=each.file_id,
            state=entry.line.fact.state,
        )
        work.state(fact, by=None, cause=entry.cause)
