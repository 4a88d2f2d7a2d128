"""HTTP for what screens show: the first screen, a room, a page of it. Routes translate; they do not decide."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Query
from pydantic import BaseModel

from yoriai.kit.errors import Wrong
from yoriai.kit.paging import clamp
from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.acting import tell_apart
from yoriai.platform.http.works import AllWorks, Work
from yoriai.talk.messages.queries import Place, place_of
from yoriai.talk.rooms.http import Along, Here
from yoriai.talk.rooms.standing import Reads
from yoriai.talk.timeline import paper, room, screen
from yoriai.talk.timeline.counting import ShownCount, shown_counts
from yoriai.talk.timeline.paper import PaperOut, Period
from yoriai.talk.timeline.wire import PageOut, RoomOut, ScreenOut

MOST_ORDINAL = 1 << 62

router = APIRouter(tags=["timeline"])
MayLook = Annotated[Actor, Depends(allowed("timeline.read"))]
MayActFor = Annotated[Actor, Depends(allowed("delegates.keep"))]
Ordinal = Annotated[int | None, Query(ge=0, le=MOST_ORDINAL)]


async def place(
    before: Ordinal = None, after: Ordinal = None, around: UUID | None = None, cursor: str | None = None
) -> Place:
    """Where to read, said in one way at most."""
    if sum(said is not None for said in (before, after, around, cursor)) > 1:
        raise Wrong(field="cursor", reason="one_of")
    return place_of(cursor) if cursor is not None else Place(before, after, around)


async def under(message_id: UUID, before: Ordinal = None, after: Ordinal = None) -> Place:
    """Where to read in a thread: beside an ordinal, or at its end."""
    return Place(before, after, under=message_id)


async def period(first: date | None = None, last: date | None = None) -> Period:
    """Which days, both among them."""
    return Period(first, last)


@router.get("/screen")
async def read_screen(actor: MayLook, work: Work) -> ScreenOut:
    return await screen.screen(work, actor)


@router.get("/rooms/{room_id}", dependencies=[Depends(allowed("rooms.read"))])
async def read_room(work: Work, here: Here) -> RoomOut:
    return await room.room(work, here)


@router.get("/rooms/{room_id}/messages", dependencies=[Depends(allowed("messages.read"))])
async def read_page(
    work: Work, here: Here, where: Annotated[Place, Depends(place)], limit: int | None = None
) -> PageOut:
    return await room.page(work, here, where, clamp(limit))


@router.get("/rooms/{room_id}/paper", dependencies=[Depends(allowed("timeline.print"))])
async def read_paper(
    work: Work,
    here: Here,
    *,
    works: AllWorks,
    period: Annotated[Period, Depends(period)],
    after: Ordinal = None,
) -> PaperOut:
    return await _on_paper(works, work, here, of=period, after=after)


@router.get(
    "/rooms/{room_id}/following/paper",
    dependencies=[Depends(allowed("timeline.print")), Depends(allowed("following.follow"))],
)
async def read_followed_paper(
    work: Work,
    here: Along,
    *,
    works: AllWorks,
    period: Annotated[Period, Depends(period)],
    after: Ordinal = None,
) -> PaperOut:
    return await _on_paper(works, work, here, of=period, after=after)


@router.get("/rooms/{room_id}/threads/{message_id}", dependencies=[Depends(allowed("messages.read"))])
async def read_thread(
    work: Work, here: Here, where: Annotated[Place, Depends(under)], limit: int | None = None
) -> PageOut:
    return await room.page(work, here, where, clamp(limit))


async def _on_paper(works: AllWorks, work: Work, here: Reads, *, of: Period, after: int | None) -> PaperOut:
    """What is to be printed. That it was asked for is said with the first sheet, and once."""
    found = await paper.paper(work, here, of, after)
    if after is None:
        await tell_apart(works, work, here.actor, "room_printed", room_id=here.room_id)
    return found


class ShownCountsOut(BaseModel):
    """How much waits for those who let whoever asks see it; a number each, and nothing of where."""

    counts: list[ShownCount]


@router.get("/principals/unread")
async def read_shown_counts(work: Work, actor: MayActFor) -> ShownCountsOut:
    return ShownCountsOut(counts=list(await shown_counts(work, actor)))
