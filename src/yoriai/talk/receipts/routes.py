"""HTTP for read marks. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.platform.http.works import AllWorks, Work, Writes
from yoriai.talk.receipts import put_back
from yoriai.talk.receipts.command import MarkedOut, MarkIn, PutBackIn
from yoriai.talk.receipts.mark import Marking, mark_all
from yoriai.talk.rooms.http import Here

router = APIRouter(prefix="/rooms/{room_id}/read-mark", tags=["receipts"])
MayMark = Annotated[Actor, Depends(allowed("receipts.mark"))]


@router.put("")
async def mark(room_id: UUID, asked: MarkIn, actor: MayMark, work: Work, works: AllWorks) -> MarkedOut:
    # The connection that read the session goes back first: many wait for one commit, which needs one too.
    await work.session.close()
    return MarkedOut(
        mark=await works.together_quickly(mark_all, Marking(actor, room_id, asked.ordinal, work.cause))
    )


@router.post("/back", dependencies=[Depends(allowed("receipts.mark"))])
async def mark_unread(asked: PutBackIn, work: Writes, here: Here) -> MarkedOut:
    return MarkedOut(mark=await put_back.put_back(work, here, asked.message_id))
