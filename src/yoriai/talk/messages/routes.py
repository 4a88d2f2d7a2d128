"""HTTP for messages. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.cards import people_of
from yoriai.platform.http.works import AllWorks, Work
from yoriai.talk.messages import command, queries
from yoriai.talk.messages.command import PostedOut, PostIn
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.wire import FoundOut, people_in
from yoriai.talk.rooms.http import Here

router = APIRouter(prefix="/rooms/{room_id}/messages", tags=["messages"])
MayPost = Annotated[Actor, Depends(allowed("messages.post"))]


@router.post("")
async def post(room_id: UUID, asked: PostIn, actor: MayPost, work: Work, works: AllWorks) -> PostedOut:
    # The connection that read the session goes back first: many wait for one commit, which needs one too.
    await work.session.close()
    return await command.post(works, actor, room_id, asked, cause=work.cause)


@router.get("/{message_id}", dependencies=[Depends(allowed("messages.read"))])
async def find(message_id: UUID, work: Work, here: Here) -> FoundOut:
    found = await queries.find(work, here, message_id)
    people = await people_of(work.session, people_in([found]))
    (message,) = await with_units(work.session, [found], people)
    return FoundOut(message=message, people=people)
