"""HTTP for pins. Routes translate; they do not decide."""

from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.http import allowed
from yoriai.people.accounts.cards import people_of
from yoriai.platform.http.works import Work, Writes
from yoriai.talk.pins import queries, service
from yoriai.talk.pins.policy import may_pin
from yoriai.talk.pins.wire import BoardOut
from yoriai.talk.rooms.http import Here

router = APIRouter(prefix="/rooms/{room_id}/pins", tags=["pins"])
pins_here = Depends(allowed("pins.arrange"))


@router.get("", dependencies=[Depends(allowed("messages.read"))])
async def read_board(work: Work, here: Here) -> BoardOut:
    pins = await queries.board(work.session, here)
    people = await people_of(work.session, queries.people_in(pins), here.actor.redaction_class)
    return BoardOut(pins=pins, people=people, may_pin=may_pin(here))


@router.put("/{message_id}", status_code=204, dependencies=[pins_here])
async def pin(message_id: UUID, work: Writes, here: Here) -> None:
    await service.pin(work, here, message_id)


@router.delete("/{message_id}", status_code=204, dependencies=[pins_here])
async def unpin(message_id: UUID, work: Writes, here: Here) -> None:
    await service.unpin(work, here, message_id)
