"""Speaking for the house: an account of no person says something in a room, in the ordinary log."""

from uuid import UUID

from sqlalchemy import select

from yoriai.kit.ids import SendKey, uuid7
from yoriai.platform.work.work import Work
from yoriai.talk.messages import parts
from yoriai.talk.messages.facts import MessagePosted
from yoriai.talk.messages.models import Message
from yoriai.talk.rooms import ordinals
from yoriai.talk.rooms.facts import stream_of
from yoriai.talk.rooms.marks import COUNTED
from yoriai.talk.rooms.models import ReadMark, Room


async def speak(work: Work, room: Room, author_id: UUID, words: str, *, send_key: SendKey) -> None:
    """Write a message as everybody's are written, with the next ordinal. The same key again says nothing new (D3).

    Whoever speaks has read what was said before: their own mark moves with it, as a person's does.
    """
    await ordinals.hold(work, (room.id,))
    await work.session.refresh(room, ("last_ordinal",))
    same = select(Message.id).where(
        Message.room_id == room.id, Message.author_id == author_id, Message.send_key == send_key
    )
    if await work.session.scalar(same) is not None:
        return
    room.last_ordinal += 1
    message = Message(
        id=uuid7(work.now),
        room_id=room.id,
        ordinal=room.last_ordinal,
        author_id=author_id,
        send_key=send_key,
        parts=parts.accept([{"kind": "text", "text": words}]),
        posted_at=work.now,
    )
    work.session.add(message)
    await work.session.merge(
        ReadMark(room_id=room.id, account_id=author_id, ordinal=room.last_ordinal, marked_at=work.now)
    )
    await work.session.flush()
    work.signal(stream_of(room.id), COUNTED)
    fact = MessagePosted(room_id=room.id, message_id=message.id, ordinal=message.ordinal)
    work.state(fact, by=author_id)
