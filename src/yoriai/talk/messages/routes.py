"""HTTP for messages. Routes translate; they do not decide."""

from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.actor import Actor
from yoriai.people.access.http import allowed
from yoriai.people.accounts.cards import people_of
from yoriai.platform.http.works import AllWorks, Work
from yoriai.talk.messages import command, correcting, queries, taking_back
from yoriai.talk.messages.command import PostedOut, PostIn
from yoriai.talk.messages.correcting import EditedOut, EditIn
from yoriai.talk.messages.former_units import with_units
from yoriai.talk.messages.taking_back import WithdrawIn, WithdrawnOut
from yoriai.talk.messages.versions import VersionsOut, versions_of
from yoriai.talk.messages.wire import FoundOut, people_in
from yoriai.talk.rooms.http import Here

router = APIRouter(prefix="/rooms/{room_id}/messages", tags=["messages"])
MayPost = Annotated[Actor, Depends(allowed("messages.post"))]
MayEdit = Annotated[Actor, Depends(allowed("messages.edit"))]
MayWithdraw = Annotated[Actor, Depends(allowed("messages.withdraw"))]


@router.post("")
async def post(room_id: UUID, asked: PostIn, actor: MayPost, work: Work, works: AllWorks) -> PostedOut:
    # The connection that read the session goes back first: many wait for one commit, which needs one too.
    await work.session.close()
    return await command.post(works, actor, room_id, asked, cause=work.cause)


@router.get("/{message_id}", dependencies=[Depends(allowed("messages.read"))])
async def find(message_id: UUID, work: Work, here: Here) -> FoundOut:
    found = await queries.find(work, here, message_id)
    people = await people_of(work.session, people_in([found]), here.actor.redaction_class)
    (message,) = await with_units(work.session, [found], people)
    return FoundOut(message=message, people=people)


async def place(room_id: UUID, message_id: UUID) -> tuple[UUID, UUID]:
    """The room and the message of the path; whether they are there, and belong together, is asked later."""
    return room_id, message_id


Place = Annotated[tuple[UUID, UUID], Depends(place)]


@router.put("/{message_id}")
async def edit(at: Place, asked: EditIn, actor: MayEdit, work: Work, works: AllWorks) -> EditedOut:
    await work.session.close()
    return await correcting.edit(works, actor, at, asked, cause=work.cause)


@router.get("/{message_id}/versions", dependencies=[Depends(allowed("messages.read"))])
async def read_versions(message_id: UUID, work: Work, here: Here, cursor: str | None = None) -> VersionsOut:
    return await versions_of(work, here, message_id, cursor=cursor)


@router.put("/{message_id}/withdrawal")
async def withdraw(
    at: Place,
    asked: WithdrawIn,
    actor: MayWithdraw,
    work: Work,
    works: AllWorks,
) -> WithdrawnOut:
    await work.session.close()
    return await taking_back.withdraw(works, actor, at, asked.reason, cause=work.cause)
