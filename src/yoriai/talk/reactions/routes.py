"""HTTP for reactions. Routes translate; they do not decide."""

from uuid import UUID

from fastapi import APIRouter, Depends

from yoriai.people.access.http import allowed
from yoriai.platform.http.works import AllWorks, Work
from yoriai.talk.reactions import queries
from yoriai.talk.reactions.models import Kind
from yoriai.talk.reactions.react import Reacting, react_all
from yoriai.talk.reactions.wire import ReactedOut
from yoriai.talk.rooms.http import Here

router = APIRouter(prefix="/rooms/{room_id}/messages/{message_id}/reactions/{kind}", tags=["reactions"])
reacts = Depends(allowed("reactions.set"))


@router.get("", dependencies=[Depends(allowed("reactions.read"))])
async def read_reacted(
    message_id: UUID, kind: Kind, work: Work, here: Here, cursor: str | None = None
) -> ReactedOut:
    page = await queries.who_set(work, here, message_id, kind, cursor=cursor)
    return ReactedOut(people=list(page.people), next=page.next)


@router.put("", status_code=204, dependencies=[reacts])
async def set_reaction(message_id: UUID, kind: Kind, work: Work, here: Here, works: AllWorks) -> None:
    await _react(
        work, works, Reacting(here.actor, here.room_id, message_id, kind, is_on=True, cause=work.cause)
    )


@router.delete("", status_code=204, dependencies=[reacts])
async def unset_reaction(message_id: UUID, kind: Kind, work: Work, here: Here, works: AllWorks) -> None:
    await _react(
        work, works, Reacting(here.actor, here.room_id, message_id, kind, is_on=False, cause=work.cause)
    )


async def _react(work: Work, works: AllWorks, wish: Reacting) -> None:
    # The connection that read the session goes back first: many wait for one commit, which needs one too.
    await work.session.close()
    await works.together_quickly(react_all, wish)
