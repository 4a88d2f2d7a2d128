"""HTTP for who has read a message. Routes translate; they do not decide."""

from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.http import allowed
from yoriai.platform.http.works import Work
from yoriai.talk.receipts import readers
from yoriai.talk.receipts.wire import ReaderNamesOut, ReadersOut, Side
from yoriai.talk.rooms.http import Here

router = APIRouter(
    prefix="/rooms/{room_id}/messages/{message_id}/readers",
    tags=["receipts"],
    dependencies=[Depends(allowed("receipts.read"))],
)


@router.get("")
async def count_readers(message_id: UUID, work: Work, here: Here) -> ReadersOut:
    return await readers.counts(work, here, message_id)


@router.get("/{side}")
async def name_readers(
    message_id: UUID, side: Side, work: Work, here: Here, *, cursor: str | None = None
) -> ReaderNamesOut:
    page = await readers.names(work, here, message_id, side, cursor=cursor)
    return ReaderNamesOut(people=list(page.people), next=page.next)
